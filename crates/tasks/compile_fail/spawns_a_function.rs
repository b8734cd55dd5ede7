// Meant: start greet. asyncio would have raised `TypeError`: a coroutine was expected.

async fn greet() {
    println!("Hello!");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::spawn(greet).await.unwrap();
}
