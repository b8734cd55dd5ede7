//! tokio's own channel for one value.

use std::pin::Pin;
use std::task::{Context, Poll};

use published_tokio::sync::oneshot;
pub use published_tokio::sync::oneshot::error;

/// Sends the value.
#[derive(Debug)]
pub struct Sender<T>(oneshot::Sender<T>);

/// Waits for the value.
#[derive(Debug)]
pub struct Receiver<T>(oneshot::Receiver<T>);

/// The two ends.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = oneshot::channel();
    (Sender(sender), Receiver(receiver))
}

impl<T> Sender<T> {
    /// Sends the value; it comes back if nobody waits any more.
    pub fn send(self, value: T) -> Result<(), T> {
        explorer::switch();
        self.0.send(value)
    }

    /// Waits until nobody waits any more.
    pub async fn closed(&mut self) {
        self.0.closed().await;
    }

    /// Whether nobody waits any more.
    pub fn is_closed(&self) -> bool {
        explorer::switch();
        self.0.is_closed()
    }

    /// As [`Self::closed`].
    pub fn poll_closed(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.0.poll_closed(context)
    }
}

impl<T> Receiver<T> {
    /// Lets nothing be sent any more.
    pub fn close(&mut self) {
        explorer::switch();
        self.0.close();
    }

    /// The value, if it has been sent.
    pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {
        explorer::switch();
        self.0.try_recv()
    }

    /// Whether the value has been received, or will never be.
    pub fn is_terminated(&self) -> bool {
        self.0.is_terminated()
    }

    /// Whether there is nothing to receive.
    pub fn is_empty(&self) -> bool {
        explorer::switch();
        self.0.is_empty()
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, error::RecvError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}
