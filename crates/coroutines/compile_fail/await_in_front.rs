// Meant: `await greet("Alice")`. asyncio would have run it: in Python `await` stands in front.
async fn greet(name: &str) {
    println!("Hello, {name}!");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    await greet("Alice");
}
