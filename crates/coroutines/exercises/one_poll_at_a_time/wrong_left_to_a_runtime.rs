//! Wrong: a runtime polls, and it polls again when it is woken; of a future that wakes nobody it never is.
//! Earns: deadlock

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use tokio::runtime::Builder;

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    let mut suspended = 0;
    let result = runtime.block_on(async {
        let mut future = pin!(future);
        poll_fn(|context| {
            let poll = future.as_mut().poll(context);
            suspended += u32::from(poll.is_pending());
            poll
        })
        .await
    });
    (result, suspended)
}
