//! Main's own task: from its first line to the end of the runtime.

use std::any::Any;
use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake};

use crate::polled::{Polled, State, caught};
use crate::quiet::replace_shuttles_hook;
use crate::tasks::stop_all;
use crate::trace::{self, What};
use crate::world;

/// How a program ends in one schedule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ending {
    /// Main returns.
    Returned,
    /// Main returns an error.
    Failed(String),
    /// Main panics.
    Panicked(String),
    /// Nothing can run any more.
    Deadlock,
    /// It goes on and on.
    Endless,
}

/// What a main function can return.
pub trait Verdict {
    /// What is wrong, if anything is.
    fn error(self) -> Option<String>;
}

impl Verdict for () {
    fn error(self) -> Option<String> {
        None
    }
}

impl<E: Debug> Verdict for Result<(), E> {
    fn error(self) -> Option<String> {
        self.err().map(|error| format!("{error:?}"))
    }
}

/// Runs main and the clock to their end; this is one schedule.
pub(crate) fn run<F>(main: impl Fn() -> F)
where
    F: Future,
    F::Output: Verdict,
{
    replace_shuttles_hook();
    drop(shuttle::future::spawn_local(ClockTask));
    let state = State::new(0);
    world::with(|world| world.tasks.main = Some(Arc::clone(&state)));
    let program = async {
        let ending = until_it_ends(main()).await;
        let how = if matches!(ending, Ending::Panicked(_)) { "panicked" } else { "done" };
        trace::tell(What::Ended { task: 0, how });
        stop_all().await;
        world::with(|world| world.end(ending));
    };
    if let Err(panic) = shuttle::future::block_on(Polled::new(program, &state)) {
        world::with(|world| world.end(Ending::Panicked(message(panic.as_ref()))));
    }
}

/// Main's future is gone, and what it held is dropped, when this ends.
async fn until_it_ends<F>(main: F) -> Ending
where
    F: Future,
    F::Output: Verdict,
{
    let mut main = pin!(main);
    let ended = poll_fn(|context| match caught(main.as_mut(), context) {
        Poll::Pending if world::is_over() => Poll::Ready(None),
        Poll::Pending => Poll::Pending,
        Poll::Ready(output) => Poll::Ready(Some(output)),
    });
    match ended.await {
        None => Ending::Deadlock,
        Some(Err(panic)) => Ending::Panicked(message(panic.as_ref())),
        Some(Ok(output)) => output.error().map_or(Ending::Returned, Ending::Failed),
    }
}

/// Can always run; the scheduler lets it when a timer is to fire, or when nothing else can run.
struct ClockTask;

impl Future for ClockTask {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        for waker in world::with(|world| world.timers.fire()) {
            waker.wake();
        }
        // Wakes main in vain, so that it sees that it is stuck.
        if let Some(main) = world::with(|world| world.tasks.main.take_if(|_| world.is_over)) {
            main.wake();
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
        .to_owned()
}
