//! A coroutine, a task and a place, each awaited once more after its result, by way of `&mut`.
//!
//!     cargo run -p futures --example awaited_again

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;

use tokio::runtime::Builder;
use tokio::sync::oneshot;

async fn answer() -> u32 {
    7
}

async fn coroutine() -> u32 {
    let mut coroutine = pin!(answer());
    assert_eq!(coroutine.as_mut().await, 7); // lent, not handed over
    coroutine.await
}

async fn task() -> u32 {
    let mut task = tokio::spawn(answer());
    assert_eq!((&mut task).await.expect("no panic"), 7);
    task.await.expect("no panic")
}

async fn place() -> u32 {
    let (set_result, mut place) = oneshot::channel();
    set_result.send(7).expect("the place is there");
    assert_eq!((&mut place).await.expect("sent"), 7);
    place.await.expect("sent")
}

fn again(name: &str, twice: impl Future<Output = u32>) {
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    match catch_unwind(AssertUnwindSafe(|| runtime.block_on(twice))) {
        Ok(answer) => println!("the {name} again: {answer}"),
        Err(panic) => {
            let message = panic.downcast_ref::<&str>().expect("a message without arguments");
            println!("the {name} again: {message}");
        }
    }
}

#[meanwhile::main]
fn main() {
    again("coroutine", coroutine());
    again("task", task());
    again("place", place());
}
