// Meant: a list of calls of two coroutine functions. asyncio would have taken any mixture.

use futures::future::join_all;

async fn hello() {
    println!("hello");
}

async fn world() {
    println!("world");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    join_all(vec![hello(), world()]).await;
}
