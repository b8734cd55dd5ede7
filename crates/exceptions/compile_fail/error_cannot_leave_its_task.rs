// Meant: a task that may raise any exception.
// asyncio would have taken it: an exception belongs to no thread. Here a task may end on another
// thread than the one that awaits it, so its error must be able to cross: `Send`.

use std::error::Error;

async fn read_number(text: &'static str) -> Result<u32, Box<dyn Error>> {
    Ok(text.parse()?)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number = tokio::spawn(read_number("7"));
    println!("{:?}", number.await);
}
