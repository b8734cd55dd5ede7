//! Places three orders with your `order`, and waits for them with your `served`. Read it; it is not
//! yours to change.

mod exercise;

use std::panic;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::sleep;

use crate::exercise::{order, served};

static PANICS: AtomicU32 = AtomicU32::new(0);

/// Cooks a dish; there is no fish.
#[tracing::instrument]
pub async fn cook(dish: &'static str) -> Option<&'static str> {
    println!("{dish}: on the stove");
    match dish {
        "soup" => sleep(Duration::from_secs(1)).await,
        "fish" => sleep(Duration::from_secs(2)).await,
        _ => sleep(Duration::from_secs(4)).await,
    }
    (dish != "fish").then_some(dish)
}

/// A future that counts how often it is polled.
struct Counted<F> {
    future: F,
    polls: u32,
}

impl<F: Future + Unpin> Future for Counted<F> {
    type Output = (F::Output, u32);

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.polls += 1;
        let polls = self.polls;
        Pin::new(&mut self.future).poll(context).map(|output| (output, polls))
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        hook(info);
    }));
    let orders = ["soup", "fish", "cake"].map(|dish| (dish, order(dish)));
    println!("three orders are placed");
    for (dish, place) in orders {
        let (plate, polls) = Counted { future: pin!(served(place)), polls: 0 }.await;
        println!("{dish}: {plate:?} is served");
        let often = if polls <= 3 { "as often as it was woken" } else { "again and again" };
        println!("{dish}: the guest looked {often}");
    }
    println!("panics: {}", PANICS.load(Ordering::Relaxed));
}
