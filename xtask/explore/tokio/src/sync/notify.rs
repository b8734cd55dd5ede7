//! tokio's own notification: who waits longest is notified first.

use published_tokio::sync::futures::Notified;

/// Notifies one task or all that wait.
#[derive(Debug, Default)]
pub struct Notify(published_tokio::sync::Notify);

impl Notify {
    /// One without a permit.
    pub const fn new() -> Self {
        Self(published_tokio::sync::Notify::const_new())
    }

    /// Waits for a notification.
    pub fn notified(&self) -> Notified<'_> {
        explorer::switch();
        self.0.notified()
    }

    /// Notifies the task that waits longest, or the next that will wait.
    pub fn notify_one(&self) {
        explorer::switch();
        self.0.notify_one();
    }

    /// Notifies the task that waits least long, or the next that will wait.
    pub fn notify_last(&self) {
        explorer::switch();
        self.0.notify_last();
    }

    /// Notifies all that wait.
    pub fn notify_waiters(&self) {
        explorer::switch();
        self.0.notify_waiters();
    }
}
