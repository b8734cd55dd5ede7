//! Wrong: a larger buffer fetches further ahead.
//! Earns: nobody polled

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    stream::iter(numbers).map(fetch).buffered(100)
}
