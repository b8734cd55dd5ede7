//! Right: what `buffered` does, written out: a queue of futures that is filled up before each result.

use futures::stream::{self, FuturesOrdered, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    let state = (urls.into_iter(), FuturesOrdered::new());
    stream::unfold(state, |(mut urls, mut in_flight)| async move {
        while in_flight.len() < 4
            && let Some(url) = urls.next()
        {
            in_flight.push_back(fetch(url));
        }
        let length = in_flight.next().await?;
        Some((length, (urls, in_flight)))
    })
}
