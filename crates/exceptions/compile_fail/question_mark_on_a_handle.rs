// Meant: await the task, and let its exception go up from here.
// asyncio would have raised it at the `await`. Here a handle has two ways to fail: the task died
// (`JoinError`), or it returned an error of its own, and one `?` asks for the first alone.

async fn might_fail(n: u32) -> Result<u32, String> {
    Ok(n * 2)
}

async fn report() -> Result<u32, String> {
    let doubled = tokio::spawn(might_fail(1)).await?;
    doubled
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", report().await);
}
