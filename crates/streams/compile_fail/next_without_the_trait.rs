// Meant: the next item of a stream. asyncio would have found the method: it belongs to the object.

use futures::stream;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut pages = stream::iter([1, 2, 3]);
    while let Some(page) = pages.next().await {
        println!("page {page}");
    }
}
