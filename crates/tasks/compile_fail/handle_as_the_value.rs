// Meant: the number that the task returns. asyncio would have given it, or raised what the task raised.

async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let task = tokio::spawn(answer());
    let number: u32 = task.await;
    println!("{number}");
}
