// Meant: start what a lambda would start. asyncio would have raised `TypeError`: a coroutine was expected.

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::spawn(|| greet("Alice")).await.unwrap();
}
