// Meant: the number, or the exception of the task.
// asyncio would have given the one or raised the other. Here `?` takes the `JoinError` away, and what
// is left is what the task returned, a Result: it needs a `?` of its own.

use std::error::Error;

async fn might_fail(n: u32) -> Result<u32, String> {
    Ok(n * 2)
}

async fn report() -> Result<u32, Box<dyn Error>> {
    let doubled: u32 = tokio::spawn(might_fail(1)).await?;
    Ok(doubled)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", report().await);
}
