//! # A hundred visitors
//!
//! Each visitor has a task, which asks for their ticket and adds it to the total. Everybody is asked at the
//! same time, and the total is locked whenever it is touched. A hundred visitors have a hundred tickets;
//! `count_all` returns 1.
//! Let it return what they have, in the 3 s that the slowest needs, and keep a task for each visitor.
//! `count_all` is called with 100 and with 3: 6 s altogether.
//! You have the crates `tokio` and `futures`.
//!
//! **First step:** say what the task of visitor 7 knows of the total while it waits, and how old that is.
//!
//! **Before you go on:** put tokio's lock around the whole of `add`. The total is right then, too: what does
//! it cost?
//!
//!     cargo xtask check hundred_visitors

use std::sync::{Arc, Mutex};

use crate::ask;

async fn add(visitor: u32, total: Arc<Mutex<u32>>) {
    let before = *total.lock().unwrap();
    let tickets = ask(visitor).await;
    *total.lock().unwrap() = before + tickets;
}

pub async fn count_all(visitors: u32) -> u32 {
    let total = Arc::new(Mutex::new(0));
    let tasks: Vec<_> =
        (0..visitors).map(|visitor| tokio::spawn(add(visitor, total.clone()))).collect();
    for task in tasks {
        task.await.expect("counting does not panic");
    }
    *total.lock().unwrap()
}
