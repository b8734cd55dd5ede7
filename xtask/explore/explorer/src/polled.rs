//! A task's future, polled as often as tokio would poll it: once for each time that it is woken.
//!
//! shuttle polls once more after each wake, which a well-behaved future does not mind, and a
//! `join!` that begins with the next branch at each poll does.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use crate::trace::{self, What};

/// What a panic carries.
pub type Panic = Box<dyn Any + Send>;

/// After so many operations without a wait tokio makes a task wait.
const BUDGET: usize = 128;

/// What is known of a task between its polls.
#[derive(Debug)]
pub(crate) struct State {
    /// shuttle's number of the task.
    pub(crate) number: usize,
    is_woken: AtomicBool,
    is_polling: AtomicBool,
    /// It has yielded, and waits until all that can run have.
    is_deferred: AtomicBool,
    /// How often it has sent, received or locked since its poll began.
    operations: AtomicUsize,
    /// shuttle's own.
    waker: Mutex<Option<Waker>>,
}

impl State {
    /// A task that is to be polled for the first time.
    pub(crate) fn new(number: usize) -> Arc<Self> {
        Arc::new(Self {
            number,
            is_woken: AtomicBool::new(true),
            is_polling: AtomicBool::new(false),
            is_deferred: AtomicBool::new(false),
            operations: AtomicUsize::new(0),
            waker: Mutex::new(None),
        })
    }

    /// Whether it is somewhere between two awaits.
    pub(crate) fn is_polling(&self) -> bool {
        self.is_polling.load(Ordering::Relaxed)
    }

    /// Whether it has yielded to the others. What yields in a branch of a join goes on with the other
    /// branches first.
    pub(crate) fn is_deferred(&self) -> bool {
        self.is_deferred.load(Ordering::Relaxed) && !self.is_polling()
    }

    /// Lets the others run first, or no longer.
    pub(crate) fn defer(&self, is_deferred: bool) {
        self.is_deferred.store(is_deferred, Ordering::Relaxed);
    }

    /// Counts an operation of the poll under way; says whether tokio would let it go on.
    pub(crate) fn operates(&self) -> bool {
        self.operations.fetch_add(1, Ordering::Relaxed) < BUDGET
    }

    /// Whether shuttle would poll it for nothing.
    pub(crate) fn is_idle(&self) -> bool {
        !self.is_polling() && !self.is_woken.load(Ordering::Relaxed)
    }
}

impl Wake for State {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.is_woken.swap(true, Ordering::Relaxed) {
            trace::tell(What::Woken { task: self.number, by: trace::current() });
        }
        let waker = self.waker.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Polls a future when it is woken, and hands over a panic as an output, as a runtime does.
pub(crate) struct Polled<F> {
    future: Pin<Box<F>>,
    state: Arc<State>,
    waker: Waker,
}

impl<F> Polled<F> {
    pub(crate) fn new(future: F, state: &Arc<State>) -> Self {
        let waker = Waker::from(Arc::clone(state));
        Self { future: Box::pin(future), state: Arc::clone(state), waker }
    }
}

impl<F: Future> Future for Polled<F> {
    type Output = Result<F::Output, Panic>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        this.state
            .waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert_with(|| context.waker().clone());
        if !this.state.is_woken.swap(false, Ordering::Relaxed) {
            return Poll::Pending;
        }
        this.state.is_polling.store(true, Ordering::Relaxed);
        this.state.operations.store(0, Ordering::Relaxed);
        let task = this.state.number;
        trace::tell(What::Runs(task));
        let polled = caught(this.future.as_mut(), &mut Context::from_waker(&this.waker));
        this.state.is_polling.store(false, Ordering::Relaxed);
        trace::tell(What::Stops(task));
        match &polled {
            Poll::Ready(Ok(_)) => trace::tell(What::Ended { task, how: "done" }),
            Poll::Ready(Err(_)) => trace::tell(What::Ended { task, how: "panicked" }),
            Poll::Pending => {}
        }
        polled
    }
}

/// Polls, and hands over a panic as an output.
pub(crate) fn caught<F: Future>(
    future: Pin<&mut F>,
    context: &mut Context<'_>,
) -> Poll<Result<F::Output, Panic>> {
    match catch_unwind(AssertUnwindSafe(|| future.poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    }
}
