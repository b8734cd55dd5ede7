// Meant: the even numbers of a stream. asyncio would have taken a bool: `if number % 2 == 0`.

use futures::stream::{self, Stream, StreamExt};

fn even() -> impl Stream<Item = u32> {
    stream::iter(1..=4).filter(|number| number % 2 == 0)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", even().count().await);
}
