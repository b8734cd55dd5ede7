//! Reads two pages through your `pages`, and takes five seconds over each. Read it; it is not yours to
//! change.

mod exercise;

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use futures::stream::StreamExt;
use tokio::time::sleep;

static BEGUN: AtomicUsize = AtomicUsize::new(0);
static HERE: AtomicUsize = AtomicUsize::new(0);

/// Fetches a page: its headers, then its body. The first takes a second for each, the second three.
#[tracing::instrument]
pub async fn fetch(number: u32) -> u32 {
    BEGUN.fetch_add(1, SeqCst);
    let each = Duration::from_secs(if number == 1 { 1 } else { 3 });
    sleep(each).await;
    println!("page {number}: headers");
    sleep(each).await;
    println!("page {number}: body");
    HERE.fetch_add(1, SeqCst);
    number
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let mut pages = pin!(exercise::pages(vec![1, 2]));
    while let Some(page) = pages.next().await {
        println!("main reads page {page}");
        sleep(Duration::from_secs(5)).await;
        let (begun, here) = (BEGUN.load(SeqCst), HERE.load(SeqCst));
        println!("page {page} is read: {begun} begun, {here} here");
    }
    println!("main has read both");
}
