//! # From a callback
//!
//! `follow` is a plain function that calls a plain callback: where does this page link to? The answer is in
//! `link`, which is async. Connect the two: `trail` calls `follow`, and each time the callback is called it runs
//! `link` once, to its end, and returns what it gave; nothing is fetched beforehand. `trail` is async itself, and
//! called inside a runtime of one thread.
//! While `follow` is at work the other tasks of that runtime must go on; it takes 0.4 s in all.
//!
//! **First step:** run it, and read what the panic says. Which thread is it on, and what else does that thread
//! have to do?
//!
//! **Before you go on:** there is a way without the thread in the middle, if `follow` is yours to change. How
//! would its first line look?
//!
//!     cargo xtask check from_a_callback

use tokio::runtime::Handle;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| Handle::current().block_on(link(page)))
}
