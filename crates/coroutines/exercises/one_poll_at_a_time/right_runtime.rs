//! Right: a runtime polls, and a future around the future counts, and wakes the runtime itself.

use std::future::poll_fn;
use std::pin::pin;

use tokio::runtime::Builder;

pub fn drive<F: Future>(future: F) -> (F::Output, u32) {
    let runtime = Builder::new_current_thread().build().expect("a runtime can be built");
    let mut suspended = 0;
    let result = runtime.block_on(async {
        let mut future = pin!(future);
        poll_fn(|context| {
            let poll = future.as_mut().poll(context);
            if poll.is_pending() {
                suspended += 1;
                context.waker().wake_by_ref();
            }
            poll
        })
        .await
    });
    (result, suspended)
}
