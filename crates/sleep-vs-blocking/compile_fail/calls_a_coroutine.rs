// Meant: the number, worked out on a thread. asyncio would have returned a coroutine object, which nobody runs.

use tokio::task::spawn_blocking;

async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number: u32 = spawn_blocking(|| answer()).await.unwrap();
    println!("{number}");
}
