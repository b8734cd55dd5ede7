//! Wrong: the tasks are spawned at once, and four of the handles are awaited at a time.
//! Earns: no limit

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    let tasks: Vec<_> = urls.into_iter().map(|url| tokio::spawn(fetch(url))).collect();
    stream::iter(tasks).buffered(4).map(|length| length.expect("fetching does not panic"))
}
