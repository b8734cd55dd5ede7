//! The program's tasks: made, counted, and stopped when main is over.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use shuttle::future::{AbortHandle, JoinError, JoinHandle};

use crate::polled::{Polled, State};
use crate::trace::{self, What};
use crate::world;

pub use crate::polled::Panic;

/// Main's task is shuttle's task 0, the clock's its task 1.
const FIRST: usize = 2;

/// The tasks that a program has made in one schedule.
#[derive(Default)]
pub(crate) struct Tasks {
    pub(crate) main: Option<Arc<State>>,
    made: Vec<Abort>,
    ended: usize,
    waker: Option<Waker>,
}

impl Tasks {
    /// What is known of a task, by shuttle's number; nothing of the clock's.
    pub(crate) fn state(&self, number: usize) -> Option<&State> {
        match number.checked_sub(FIRST) {
            Some(place) => Some(&*self.made.get(place)?.state),
            None if number == 0 => self.main.as_deref(),
            None => None,
        }
    }
}

/// How a task ends that does not return.
#[derive(Debug)]
pub enum Cut {
    /// Somebody has cancelled it.
    Cancelled,
    /// It has panicked.
    Panicked(Panic),
}

/// A task's handle. Dropped, it lets the task go on.
#[derive(Debug)]
pub struct Task<T> {
    handle: JoinHandle<Result<T, Panic>>,
    abort: Abort,
}

/// A task's handle that can cancel it and not await it.
#[derive(Clone, Debug)]
pub struct Abort {
    handle: AbortHandle,
    state: Arc<State>,
    /// shuttle's number of the task.
    pub number: usize,
}

/// How many tasks that the program has made have not ended.
pub fn alive() -> usize {
    world::with(|world| world.tasks.made.len() - world.tasks.ended)
}

/// Makes a task.
pub fn spawn<F: Future + 'static>(future: F) -> Task<F::Output> {
    // Nobody runs until it is made: shuttle numbers it so.
    let number = world::with(|world| {
        world.is_free = true;
        world.tasks.made.len() + FIRST
    });
    let state = State::new(number);
    let name = trace::name::<F>();
    trace::tell(What::Spawned { task: number, by: trace::current(), name });
    let counted = Counted { future: Polled::new(future, &state), _count: Count(number) };
    let handle = shuttle::future::spawn_local(counted);
    let abort = world::with(|world| {
        let made = &mut world.tasks.made;
        let abort = Abort { handle: handle.abort_handle(), state, number };
        made.push(abort.clone());
        abort
    });
    Task { handle, abort }
}

impl<T> Task<T> {
    /// A handle that cannot await.
    pub fn abort_handle(&self) -> &Abort {
        &self.abort
    }
}

impl Abort {
    /// Cancels the task at its next await.
    pub fn abort(&self) {
        world::with(|world| world.is_free = true);
        self.handle.abort();
        if !self.handle.is_finished() {
            self.state.wake_by_ref();
        }
    }

    /// Whether the task has ended.
    pub fn is_finished(&self) -> bool {
        self.handle.is_finished()
    }
}

impl<T> Future for Task<T> {
    type Output = Result<T, Cut>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.handle).poll(context).map(|ended| match ended {
            Ok(Ok(output)) => Ok(output),
            Ok(Err(panic)) => Err(Cut::Panicked(panic)),
            Err(JoinError::Cancelled) => Err(Cut::Cancelled),
        })
    }
}

/// Lets all that can run do so before this task does.
pub async fn yield_now() {
    let mut has_yielded = false;
    poll_fn(|context| {
        if std::mem::replace(&mut has_yielded, true) {
            return Poll::Ready(());
        }
        if let Some(current) = shuttle::current::try_get_current_task() {
            world::with(|world| {
                if let Some(state) = world.tasks.state(current.into()) {
                    state.defer(true);
                }
            });
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// What a runtime does when main is over: each task ends at its next await. Ends when all have.
pub(crate) async fn stop_all() {
    let mut stopped = 0;
    // A task that is dropped may spawn another.
    while let Some(task) = world::with(|world| world.tasks.made.get(stopped).cloned()) {
        task.abort();
        stopped += 1;
    }
    poll_fn(|context| {
        world::with(|world| {
            let tasks = &mut world.tasks;
            tasks.waker = Some(context.waker().clone());
            if tasks.ended == tasks.made.len() { Poll::Ready(()) } else { Poll::Pending }
        })
    })
    .await;
}

/// A task's future, and behind it what counts the task as ended when the future is dropped.
struct Counted<F> {
    future: Polled<F>,
    _count: Count,
}

/// Of the task with this number.
struct Count(usize);

impl<F: Future> Future for Counted<F> {
    type Output = Result<F::Output, Panic>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.future).poll(context)
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        trace::tell(What::Ended { task: self.0, how: "cancelled" });
        let waker = world::with(|world| {
            world.tasks.ended += 1;
            world.tasks.waker.take()
        });
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}
