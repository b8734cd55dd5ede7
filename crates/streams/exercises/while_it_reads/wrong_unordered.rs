//! Wrong: what waits is the order; unordered, page 2 is free to go on.
//! Earns: nobody polled

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    stream::iter(numbers).map(fetch).buffer_unordered(2)
}
