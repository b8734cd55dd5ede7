//! Tasks that stay on their thread.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{AbortHandle, JoinHandle};

/// Makes a task of a future that need not be `Send`.
pub fn spawn_local<F: Future + 'static>(future: F) -> JoinHandle<F::Output> {
    JoinHandle(explorer::tasks::spawn(future))
}

/// A set of tasks that stay on one thread. Dropped, it cancels those that it has made.
///
/// tokio runs them only while the set is awaited; here they run from the start. Awaited, it waits
/// for those that its own method has made.
#[derive(Debug, Default)]
pub struct LocalSet {
    made: RefCell<Vec<AbortHandle>>,
    under_way: Rc<UnderWay>,
}

#[derive(Debug, Default)]
struct UnderWay {
    number: Cell<usize>,
    waker: RefCell<Option<Waker>>,
}

/// Counts a task until its future is dropped.
struct Counted(Rc<UnderWay>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.number.set(self.0.number.get() - 1);
        if let Some(waker) = self.0.waker.take() {
            waker.wake();
        }
    }
}

impl LocalSet {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a task in the set.
    pub fn spawn_local<F: Future + 'static>(&self, future: F) -> JoinHandle<F::Output> {
        self.under_way.number.set(self.under_way.number.get() + 1);
        let counted = Counted(Rc::clone(&self.under_way));
        let handle = spawn_local(async move {
            let _counted = counted;
            future.await
        });
        self.made.borrow_mut().push(handle.abort_handle());
        handle
    }

    /// Waits for the future; the set's tasks run meanwhile.
    pub async fn run_until<F: Future>(&self, future: F) -> F::Output {
        future.await
    }
}

impl Future for LocalSet {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.under_way.number.get() == 0 {
            return Poll::Ready(());
        }
        self.under_way.waker.replace(Some(context.waker().clone()));
        Poll::Pending
    }
}

impl Drop for LocalSet {
    fn drop(&mut self) {
        for task in self.made.take() {
            task.abort();
        }
    }
}
