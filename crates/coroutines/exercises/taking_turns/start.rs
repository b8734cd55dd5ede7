//! # Taking turns
//!
//! Run two futures at the same time, without a runtime: in each round poll the first once, then the second
//! once, and leave out the one that is ready already. When both are, return the two results in that order.
//! Romeo has two sentences, Juliet has four, and each is suspended after every sentence but the last: so they
//! alternate until Romeo is done, and then Juliet speaks alone. In the second play it is the first speaker who
//! has more to say; in the third both have the same, and a future that was ready must not be polled any more.
//! The futures wait for nothing; they may be polled again at once.
//! You have std and tokio; the crate `futures` is not here.
//!
//! **First step:** what has to be kept from one round to the next, and what does it start as?
//!
//! **Before you go on:** this is `tokio::join!` with `biased;`, without its waker. What would have to
//! change so that `both` does not spin while a future waits for a second to pass?
//!
//!     cargo xtask check taking_turns

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let mut context = Context::from_waker(Waker::noop());
    let first = loop {
        if let Poll::Ready(result) = a.as_mut().poll(&mut context) {
            break result;
        }
    };
    let second = loop {
        if let Poll::Ready(result) = b.as_mut().poll(&mut context) {
            break result;
        }
    };
    (first, second)
}
