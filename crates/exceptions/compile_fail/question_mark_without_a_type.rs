// Meant: a small coroutine in place, whose exception goes to whoever awaits it.
// asyncio would have raised whatever came. Here `?` converts the error to that of the block, and
// nothing says which that is.

struct SoldOut;

async fn might_fail(n: u32) -> Result<u32, SoldOut> {
    Ok(n * 2)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let doubled = async { Ok(might_fail(1).await?) };
    println!("{}", doubled.await.is_ok());
}
