//! A thread that knows nothing of tokio fills the place, and its waker crosses over.
//!
//!     cargo run -p futures --example woken_by_a_thread

use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::sleep;

fn work(set_result: oneshot::Sender<&'static str>) {
    thread::sleep(Duration::from_millis(400)); // blocks its own thread and no other
    set_result.send("Any Thread's Output").expect("main is waiting");
}

async fn tick() {
    sleep(Duration::from_millis(200)).await;
    println!("tick: the thread of main is free");
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let (set_result, my_future) = oneshot::channel();
    let thread = thread::spawn(move || work(set_result));
    tokio::spawn(tick());
    println!("main waits");
    let result = my_future.await.expect("the thread sends before it ends");
    println!("{result}");
    thread.join().expect("the thread does not panic"); // it has nothing left to do
}
