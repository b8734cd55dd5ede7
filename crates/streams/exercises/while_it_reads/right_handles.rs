//! Right: a task for each page, and a stream over their handles.

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn pages(numbers: Vec<u32>) -> impl Stream<Item = u32> {
    let tasks: Vec<_> = numbers.into_iter().map(|number| tokio::spawn(fetch(number))).collect();
    stream::iter(tasks).then(|task| async { task.await.expect("fetching does not panic") })
}
