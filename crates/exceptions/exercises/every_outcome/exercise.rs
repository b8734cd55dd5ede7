//! # Every outcome, in order
//!
//! `prices` asks for four prices at the same time; two of the four are errors, the first of them after 1 s.
//! It should give an outcome for each item, `Ok` or `Err`, in the order of the items, after 4 s, when the
//! last is known.
//! Each price is asked for once, and no question is cut off before it is answered, however long that takes:
//! the checks have a second list, with an item that takes longer.
//! As it stands it gives a single error, and three questions are cut off.
//!
//! **First step:** read what `try_join_all` does when the first error comes, and what becomes of the other
//! futures.
//!
//! **Before you go on:** make one list of the prices and one of the errors out of the list of outcomes.
//! Then try `collect::<Result<Vec<_>, _>>()` on it: whose error is it?
//!
//!     cargo xtask check every_outcome

use futures::future::try_join_all;

use crate::price;

pub async fn prices(items: &[&'static str]) -> Vec<Result<u32, String>> {
    let questions = items.iter().map(|item| price(item));
    match try_join_all(questions).await {
        Ok(prices) => prices.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}
