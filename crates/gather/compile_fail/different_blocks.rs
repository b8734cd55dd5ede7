// Meant: a list of two different coroutines. asyncio would have taken any mixture.

use futures::future::join_all;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let futures = vec![async { println!("hello") }, async { println!("world") }];
    join_all(futures).await;
}
