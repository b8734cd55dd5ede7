//! # Three blocking calls at once
//!
//! `back_up(folder)` is a plain function, and it blocks its thread: 200 ms for "letters", 300 for
//! "photos", 400 for "music".
//! The three calls below stand in a `join!` and run one after another all the same: 900 ms, and nothing
//! else runs meanwhile, not even a heartbeat that is due every 20 ms.
//! Let all three be under way at once, so that it takes as long as the longest, let the heartbeat go on
//! meanwhile, and return when all three are over.
//! The checks call it twice; the second time "letters" takes 600 ms, and is the last to be over.
//! You have std and tokio; the crate `futures` is not here.
//!
//! **First step:** hand one of the calls to `tokio::task::spawn_blocking`, and look at the verdict again.
//!
//! **Before you go on:** wrap `back_up_all().await` in a `tokio::time::timeout` of 100 ms. When are the
//! back-ups over now?
//!
//!     cargo xtask check three_back_ups

use crate::back_up;

async fn one(folder: &'static str) {
    back_up(folder);
}

pub async fn back_up_all() {
    tokio::join!(one("letters"), one("photos"), one("music"));
}
