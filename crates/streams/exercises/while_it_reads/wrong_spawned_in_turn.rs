//! Wrong: a task runs by itself, so it may be awaited where it is spawned.
//! Earns: awaited in turn

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    let pages = stream::iter(numbers).then(|number| tokio::spawn(fetch(number)));
    pages.map(|page| page.expect("fetching does not panic"))
}
