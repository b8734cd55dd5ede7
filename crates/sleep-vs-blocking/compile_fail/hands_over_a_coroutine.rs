// Meant: run this on a thread. asyncio would have refused to call it: `'coroutine' object is not callable`.

use tokio::task::spawn_blocking;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    spawn_blocking(async { println!("on a thread") }).await.unwrap();
}
