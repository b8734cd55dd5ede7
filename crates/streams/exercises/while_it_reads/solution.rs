//! What is in flight are tasks, which the runtime polls whether somebody asks for the next page or not.
//! `buffered` still says how many, and in which order they are given.

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    let tasks = stream::iter(numbers).map(|number| tokio::spawn(fetch(number)));
    tasks.buffered(2).map(|page| page.expect("fetching does not panic"))
}
