//! shuttle-tokio's channels; one without room is refused, as tokio refuses it.

pub use shuttle_tokio::sync::mpsc::*;

/// A channel with room for so many messages.
///
/// # Panics
///
/// If there is room for none.
#[track_caller]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    assert!(buffer > 0, "mpsc bounded channel requires buffer > 0");
    shuttle_tokio::sync::mpsc::channel(buffer)
}
