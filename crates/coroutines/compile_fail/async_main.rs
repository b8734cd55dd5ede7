// Meant: an async main, called without `asyncio.run`. asyncio would have built the coroutine, run none of it and warned.
async fn main() {
    println!("Hello, Alice!");
}
