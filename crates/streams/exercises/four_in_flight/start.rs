//! # In order, four in flight
//!
//! `fetch_all` gives the lengths of its pages as a stream, and fetches one page after another. Let it
//! fetch up to four at the same time, never more, and give the lengths in the order of the addresses,
//! each as soon as it and all before it are there.
//! When a page is given, the next one in the list is fetched.
//! The checks pass six pages of 100 to 400 ms, which takes 600 ms and not 1.8 s; four pages of which the
//! first is the slowest, which takes 300 ms; forty of 100 ms, which takes a second; and none.
//!
//! You are given `fetch(url: String) -> usize`; the crates are `futures` and `tokio`.
//!
//! **First step:** `then` calls `fetch` and awaits it, in one word. Find the two words that do it apart.
//!
//! **Before you go on:** what does the first list take with `chunks` of four and `join_all`, and why?
//!
//!     cargo xtask check four_in_flight

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    stream::iter(urls).then(fetch)
}
