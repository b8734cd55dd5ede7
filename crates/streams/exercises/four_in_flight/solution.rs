//! `map` makes a stream of futures, and awaits none; `buffered` polls up to four of them and gives their
//! results in order.

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    stream::iter(urls).map(fetch).buffered(4)
}
