//! # Hello and world in two seconds
//!
//! `greet` says `hello` after one second, and `world` after three.
//! Let both begin to wait at once, `hello` for 1 s and `world` for 2, so that `world` is said after two.
//! `greet` comes back when both are said, after 2 s, not 3; which of the two it awaits for that is up to
//! you.
//! A task is this chapter's way, and no task is asked for: any way counts that lets both wait at the same
//! time.
//!
//! **First step:** hand one of the two futures to `tokio::spawn`, which gives you a handle, and check.
//!
//! **Before you go on:** take the second `.await` away. What is printed now, and when does it end?
//!
//!     cargo xtask check hello_world

use crate::say_after;

pub async fn greet() {
    let hello = say_after(1, "hello");
    let world = say_after(2, "world");
    hello.await;
    world.await;
}
