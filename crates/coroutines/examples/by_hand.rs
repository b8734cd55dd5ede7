//! A coroutine run to its end by two plain calls of `poll`. There is no runtime.
//!
//!     cargo run -p coroutines --example by_hand

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tokio::task::yield_now;

async fn greet(name: &str) -> usize {
    println!("Hello, {name}!");
    yield_now().await; // suspends once and waits for nothing, so it needs no runtime either
    println!("Goodbye, {name}!");
    name.len()
}

#[meanwhile::main]
fn main() {
    let mut greeting = pin!(greet("Alice")); // it stays where it is from its first poll on
    let mut context = Context::from_waker(Waker::noop()); // nobody wants to be woken

    let first = greeting.as_mut().poll(&mut context);
    assert_eq!(first, Poll::Pending);
    println!("Suspended. Nobody runs it but these calls.");

    let second = greeting.as_mut().poll(&mut context);
    let Poll::Ready(letters) = second else { panic!("it suspends once") };
    println!("Ready: {letters}");
}
