//! # Fetched while somebody reads
//!
//! `pages` gives its pages in order, with two in flight. Each takes some seconds to fetch, and who reads
//! them takes five seconds over each.
//! Page 1 is here after 2 s, and is read until 7 s. Page 2 could be here at 6 s; with `buffered` alone it
//! comes at 10 s.
//! Let it be fetched while page 1 is read: all is over after 12 s, not after 15.
//!
//! You are given `fetch(number: u32) -> u32`; the crates are `futures` and `tokio`.
//!
//! **First step:** say who polls the future of page 2 between 2 s and 7 s.
//!
//! **Before you go on:** leave the loop after page 1. What becomes of page 2 now, and what before?
//!
//!     cargo xtask check while_it_reads

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    stream::iter(numbers).map(fetch).buffered(2)
}
