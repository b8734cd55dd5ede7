//! Wrong: the results come in the order in which the factorials end.
//! Earns: wrong result

use futures::stream::{FuturesUnordered, StreamExt};

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let futures: FuturesUnordered<_> =
        [factorial("A", 4), factorial("B", 2), factorial("C", 3)].into_iter().collect();
    futures.collect().await
}
