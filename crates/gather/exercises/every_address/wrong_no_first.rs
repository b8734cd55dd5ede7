//! Wrong: there is always a first address.
//! Earns: panicked

use futures::future::join_all;

use crate::fetch;

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let (first, others) = urls.split_first().expect("an address");
    let (first, mut others) =
        tokio::join!(fetch(first), join_all(others.iter().map(|url| fetch(url))));
    others.insert(0, first);
    others
}
