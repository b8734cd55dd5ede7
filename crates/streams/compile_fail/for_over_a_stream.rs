// Meant: a loop over a stream. asyncio would have said `async for`.

use futures::stream;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let pages = stream::iter([1, 2, 3]);
    for page in pages {
        println!("page {page}");
    }
}
