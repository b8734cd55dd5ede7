//! Wrong: the main future is made a task; but a task may borrow nothing.
//! Earns: does not compile

use tokio::runtime::Builder;

pub fn run<F: Future>(main: F) -> F::Output {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    let task = runtime.spawn(main);
    runtime.block_on(task).expect("it does not panic")
}
