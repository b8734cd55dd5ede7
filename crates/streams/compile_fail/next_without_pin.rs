// Meant: the first page of any stream. asyncio would have given it: `await anext(pages)`.

use futures::stream::{Stream, StreamExt};

async fn first(mut pages: impl Stream<Item = u32>) -> Option<u32> {
    pages.next().await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", first(futures::stream::iter([1, 2, 3])).await);
}
