//! # Three factorials at once
//!
//! The function below computes three factorials, one after another: 16 seconds.
//! Let them run at the same time, so that it takes 9, as long as the longest of them alone;
//! return the results in the order A, B, C.
//! You have the crates `tokio` and `futures`.
//!
//! **First step:** call `factorial` three times without awaiting, and keep the three futures in a list.
//!
//! **Before you go on:** what changes if the list's order changes? Try it.
//!
//!     cargo xtask check factorials

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let a = factorial("A", 4).await;
    let b = factorial("B", 2).await;
    let c = factorial("C", 3).await;
    vec![a, b, c]
}
