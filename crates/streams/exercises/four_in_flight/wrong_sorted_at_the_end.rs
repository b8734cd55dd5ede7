//! Wrong: as they end, and sorted when all are there.
//! Earns: too late

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    let places = stream::iter(urls).enumerate();
    let pages = places.map(|(place, url)| async move { (place, fetch(url).await) });
    let sorted = async {
        let mut lengths: Vec<_> = pages.buffer_unordered(4).collect().await;
        lengths.sort_unstable();
        stream::iter(lengths).map(|(_, length)| length)
    };
    stream::once(sorted).flatten()
}
