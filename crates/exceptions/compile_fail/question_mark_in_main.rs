// Meant: let an exception end the program, with a traceback.
// asyncio would have raised it out of `asyncio.run`. Here main returns (), which has no room for an
// error: `async fn main() -> Result<(), String>` has.

async fn might_fail(n: u32) -> Result<u32, String> {
    Ok(n * 2)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let doubled = might_fail(1).await?;
    println!("{doubled}");
}
