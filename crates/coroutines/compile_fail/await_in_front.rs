// Meant: `await greet("Alice")`. In asyncio that is how it is written.
async fn greet(name: &str) {
    println!("Hello, {name}!");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    await greet("Alice");
}
