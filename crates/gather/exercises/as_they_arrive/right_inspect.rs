//! Right: `map` on each future reports its page when it is there.

use futures::FutureExt;
use futures::future::join_all;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    join_all(urls.iter().map(|url| fetch(url).inspect(|length| report(url, *length)))).await
}
