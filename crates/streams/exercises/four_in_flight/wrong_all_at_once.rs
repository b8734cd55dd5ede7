//! Wrong: gather has no limit, so all of them.
//! Earns: no limit

use futures::future::join_all;
use futures::stream::{self, Stream, StreamExt};

use crate::fetch;

pub fn fetch_all(urls: Vec<String>) -> impl Stream<Item = usize> {
    stream::once(join_all(urls.into_iter().map(fetch))).flat_map(stream::iter)
}
