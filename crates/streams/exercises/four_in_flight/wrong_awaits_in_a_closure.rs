//! Wrong: what a closure is given it may await.
//! Earns: does not compile

use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    stream::iter(urls).map(|url| fetch(url).await)
}
