//! Wrong: a list holds any futures, as long as they give the same type.
//! Earns: does not compile

use futures::future::join_all;

use crate::{fetch, report};

pub async fn fetch_all(urls: &[&str]) -> Vec<usize> {
    let first = async {
        let length = fetch(urls[0]).await;
        report(urls[0], length);
        length
    };
    let second = async {
        let length = fetch(urls[1]).await;
        report(urls[1], length);
        length
    };
    join_all(vec![first, second]).await
}
