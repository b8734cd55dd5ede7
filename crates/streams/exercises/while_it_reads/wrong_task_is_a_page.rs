//! Wrong: awaiting a task gives what its function returns.
//! Earns: does not compile

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    stream::iter(numbers).map(|number| tokio::spawn(fetch(number))).buffered(2)
}
