//! # One value for many
//!
//! Three readers wait for the same value: `a` from 0 s on, `b` from 1 s on, `c` from 4 s on. To compute it
//! takes 2 s, and it must be computed once, from 0 s on, and not once for each reader.
//! So `a` and `b` have it at 2 s, and `c` has it at 4 s, as soon as it comes.
//! `share` runs the three readers at the same time, and is over when all three are done.
//! The checks call `share` twice, and each call computes anew. In the second one it takes 2.25 s, and
//! reader `b` is the last to be done: it reads for 3 s.
//!
//! You are given two async functions: `compute() -> u64`, and
//! `reader(name: &str, comes_after: u64, value: impl Future<Output = u64>)`, which comes after so many
//! seconds and then awaits the future `value`. What that future is, is yours to decide.
//!
//! **First step:** a future is consumed by its `await`, so each reader needs one of its own. Write an
//! async function that waits for the one value, and call it three times.
//!
//! **Before you go on:** reader `a` loses its patience: put `tokio::time::timeout` of 1 s around it. How
//! often is the value computed now?
//!
//!     cargo xtask check one_value

use crate::{compute, reader};

pub async fn share() {
    tokio::join!(reader("a", 0, compute()), reader("b", 1, compute()), reader("c", 4, compute()));
}
