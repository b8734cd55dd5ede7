// Meant: read the result of one future in two places.
// asyncio would have given it at every `await`: its Future keeps the result. Here the result is
// handed over, not kept: `.await` consumes the future.

use tokio::sync::oneshot;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (set_result, my_future) = oneshot::channel();
    set_result.send("Any Async Output").expect("my_future is there");
    println!("{:?}", my_future.await);
    println!("{:?}", my_future.await);
}
