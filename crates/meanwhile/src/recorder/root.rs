//! The root future, wrapped: tokio reports neither its waits nor its wakes.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use cooked_waker::{IntoWaker, Wake, WakeRef};
use records::{Event, How, LaneId};

use super::{RECORDER, Recorder, running};

/// Polls a future in a lane, with a waker that is recorded.
pub struct Recorded<F> {
    lane: LaneId,
    future: Pin<Box<F>>,
}

impl<F: Future> Recorded<F> {
    pub fn new(lane: LaneId, future: F) -> Self {
        Self { lane, future: Box::pin(future) }
    }
}

impl<F: Future> Future for Recorded<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let lane = self.lane;
        let recorder = recorder();
        let waker = RecordedWaker { lane, waker: context.waker().clone() };
        let waker = Box::new(waker).into_waker();
        let _running = Running::enter(recorder, lane);
        self.future.as_mut().poll(&mut Context::from_waker(&waker))
    }
}

impl<F> Drop for Recorded<F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            recorder().write(Event::Ends { lane: self.lane, how: How::Panicked });
        }
    }
}

/// The lane runs until this is dropped, a panic included.
struct Running {
    recorder: &'static Recorder,
    lane: LaneId,
}

impl Running {
    fn enter(recorder: &'static Recorder, lane: LaneId) -> Self {
        running::enter(recorder, lane);
        Self { recorder, lane }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        running::leave(self.recorder, self.lane);
    }
}

fn recorder() -> &'static Recorder {
    RECORDER.get().expect("the root is wrapped by the recorder")
}

/// A waker that records its clones, which are waits, and its wakes.
///
/// Each clone is a box of its own: whoever asks whether it holds this waker already hears no, and
/// clones it again.
struct RecordedWaker {
    lane: LaneId,
    waker: Waker,
}

impl Clone for RecordedWaker {
    fn clone(&self) -> Self {
        recorder().write_wait(self.lane);
        Self { lane: self.lane, waker: self.waker.clone() }
    }
}

impl WakeRef for RecordedWaker {
    fn wake_by_ref(&self) {
        recorder().write_wake(self.lane);
        self.waker.wake_by_ref();
    }
}

impl Wake for RecordedWaker {}
