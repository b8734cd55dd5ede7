//! Wrong: the thread is told to stop, and not waited for; it drops its runtime some time later.
//! Earns: runtime kept

use std::sync::mpsc;
use std::thread;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

pub struct Background {
    handle: Handle,
    _stop: oneshot::Sender<()>,
}

impl Background {
    pub fn start() -> Self {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel::<()>();
        thread::spawn(move || {
            let _dropped = runtime.block_on(stopped);
        });
        Self { handle, _stop: stop }
    }

    pub fn call<F>(&self, future: F) -> F::Output
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let (sender, output) = mpsc::channel();
        self.handle.spawn(async move { sender.send(future.await).expect("the caller waits") });
        output.recv().expect("the future does not panic")
    }
}
