//! # Print as they arrive, return in order
//!
//! `fetch_all` fetches all pages at the same time, reports them when the last is there, and returns
//! their lengths.
//! Call `report` for each page at the moment at which its `fetch` is over, whenever that is; return the
//! lengths in the order of the addresses, as before.
//! The first list is over after 400 ms: `/100` comes after 100 ms, `/200` after 200, and so on.
//! Then the server is busy, every page takes 50 ms more, and one address stands in the list twice: it is
//! fetched twice and reported twice. That takes another 400 ms.
//! You have the crates `tokio` and `futures`.
//!
//! **First step:** find the line at which nothing goes on until all are there.
//!
//! **Before you go on:** do it with `FuturesUnordered`, too. What does each result have to bring
//! along?
//!
//!     cargo xtask check as_they_arrive

use futures::future::join_all;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let lengths = join_all(urls.iter().map(|url| fetch(url))).await;
    for (url, length) in urls.iter().zip(&lengths) {
        report(url, *length);
    }
    lengths
}
