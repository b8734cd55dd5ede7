//! `join_all` is `gather` for a list: one future that polls all three, and gives the results in the
//! order of the list, whichever ends first.

use futures::future::join_all;

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let futures = [factorial("A", 4), factorial("B", 2), factorial("C", 3)];
    join_all(futures).await
}
