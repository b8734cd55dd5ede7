//! Wrong: four at a time is four, then the next four.
//! Earns: too late

use futures::future::join_all;
use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    let fours = stream::iter(urls).chunks(4);
    fours.then(|four| join_all(four.into_iter().map(fetch))).flat_map(stream::iter)
}
