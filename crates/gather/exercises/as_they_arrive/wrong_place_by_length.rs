//! Wrong: a length says whose page it is; of two pages that are equally long it does not.
//! Earns: wrong result

use futures::stream::{FuturesUnordered, StreamExt};

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let mut pages: FuturesUnordered<_> = urls.iter().map(|url| fetch(url)).collect();
    let mut lengths = vec![0; urls.len()];
    while let Some(length) = pages.next().await {
        let is_its = |url: &&str| url.ends_with(&length.to_string());
        let place = urls.iter().position(is_its).expect("the number is the length");
        report(urls[place], length);
        lengths[place] = length;
    }
    lengths
}
