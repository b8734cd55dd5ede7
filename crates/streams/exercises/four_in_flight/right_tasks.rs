//! Right: a task for each of four pages; one more is spawned when one is given.

use std::collections::VecDeque;

use futures::stream::{self, Stream};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    let state = (urls.into_iter(), VecDeque::new());
    stream::unfold(state, |(mut urls, mut tasks)| async move {
        while tasks.len() < 4
            && let Some(url) = urls.next()
        {
            tasks.push_back(tokio::spawn(fetch(url)));
        }
        let length = tasks.pop_front()?.await.expect("fetching does not panic");
        Some((length, (urls, tasks)))
    })
}
