// Meant: set a result, and later another one.
// asyncio would have raised `InvalidStateError` at the second `set_result`. Here the first `send`
// consumes the sender.

use tokio::sync::oneshot;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (set_result, my_future) = oneshot::channel();
    set_result.send("Any Async Output").expect("my_future is there");
    set_result.send("Another Output").expect("my_future is there");
    println!("{:?}", my_future.await);
}
