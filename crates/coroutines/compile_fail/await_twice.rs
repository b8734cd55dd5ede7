// Meant: the result a second time. asyncio would have raised RuntimeError: cannot reuse already awaited coroutine.
async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number = answer();
    println!("{}", number.await);
    println!("{}", number.await);
}
