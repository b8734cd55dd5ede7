//! Right: `join!` for a number of futures that you can count in the source.

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let (a, b, c) = tokio::join!(factorial("A", 4), factorial("B", 2), factorial("C", 3));
    vec![a, b, c]
}
