//! Has your `drive` run four recipes, without a runtime. Read it; it is not yours to change.

mod exercise;

use std::future::poll_fn;
use std::task::Poll;

use tokio::task::yield_now;

/// A dish, ready after so many steps; it is suspended after each.
async fn cook(dish: &str, steps: u32) -> String {
    for step in 1..=steps {
        println!("{dish}: step {step}");
        yield_now().await; // suspends once and waits for nothing, so it needs no runtime
    }
    format!("{dish} is on the table")
}

/// A roast, ready after so many turns; it is suspended after each, and wakes nobody.
async fn roast(mut turns: u32) -> String {
    let over = poll_fn(|_context| {
        if turns == 0 {
            return Poll::Ready(());
        }
        turns -= 1;
        Poll::Pending
    });
    over.await;
    "a roast is on the table".to_owned()
}

fn say((sentence, suspended): (String, u32)) {
    println!("{sentence}, suspended {suspended} times");
}

#[meanwhile::main]
fn main() {
    say(exercise::drive(cook("soup", 3)));
    say(exercise::drive(cook("stew", 7)));
    say(exercise::drive(cook("an apple", 0)));
    say(exercise::drive(roast(1000)));
}
