//! Wrong: `join!` gives a list, as `gather` does.
//! Earns: does not compile

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    tokio::join!(factorial("A", 4), factorial("B", 2), factorial("C", 3))
}
