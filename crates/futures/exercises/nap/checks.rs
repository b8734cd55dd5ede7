//! Takes three of your naps: one alone, one that is called and polled before it is awaited, and one that
//! is over before. Read it; it is not yours to change.

mod exercise;

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

use crate::exercise::nap;

static ALARMS: AtomicU32 = AtomicU32::new(0);

/// The loop's `call_at`: returns at once, and calls `call` when it is `when`.
pub fn call_at(when: Instant, call: impl FnOnce() + Send + 'static) {
    ALARMS.fetch_add(1, Ordering::Relaxed);
    tokio::spawn(alarm(when, call));
}

async fn alarm(when: Instant, call: impl FnOnce()) {
    sleep_until(when).await;
    call();
}

/// A future that counts how often it is polled.
struct Counted<F> {
    future: F,
    polls: u32,
}

impl<F: Future + Unpin> Future for Counted<F> {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        self.polls += 1;
        let polls = self.polls;
        Pin::new(&mut self.future).poll(context).map(|_| polls)
    }
}

async fn tick() {
    for number in 1..=4 {
        sleep(Duration::from_millis(300)).await;
        println!("tick {number}");
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let polls = Counted { future: pin!(nap(Duration::from_secs(2))), polls: 0 }.await;
    let often = if polls <= 2 { "as often as it was woken" } else { "again and again" };
    println!("alone: over, polled {often}");

    let called = Instant::now();
    let mut early = pin!(nap(Duration::from_secs(3)));
    sleep(Duration::from_secs(1)).await;
    // The waker of its first poll wakes nobody.
    let first = early.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    let noted = async {
        if first.is_pending() {
            early.await;
        }
        let from = if called.elapsed().as_secs() < 4 { "call" } else { "first poll" };
        println!("early: over, 3 s from its {from}");
    };
    // Each tick polls the nap beside it once more.
    tokio::join!(noted, tick());
    sleep(Duration::from_secs(1)).await; // the last alarm has rung
    match ALARMS.load(Ordering::Relaxed) {
        alarms @ 0..=2 => println!("alarms set: {alarms}"),
        alarms => println!("alarms set, more than naps: {alarms}"),
    }

    let late = nap(Duration::ZERO);
    sleep(Duration::from_secs(1)).await;
    late.await;
    println!("late: over before it was awaited");
}
