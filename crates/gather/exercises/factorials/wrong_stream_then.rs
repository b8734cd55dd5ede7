//! Wrong: a stream runs what is in it at the same time.
//! Earns: awaited in turn

use futures::stream::{StreamExt, iter};

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    iter([("A", 4), ("B", 2), ("C", 3)])
        .then(|(name, number)| factorial(name, number))
        .collect()
        .await
}
