// Meant: an async main, as in asyncio, with `asyncio.run` left out. Python builds a coroutine, runs none of it and warns.
async fn main() {
    println!("Hello, Alice!");
}
