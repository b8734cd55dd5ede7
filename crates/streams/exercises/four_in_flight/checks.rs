//! Reads four lists through your `fetch_all`: six pages, four, forty and none. Read it; it is not yours to
//! change.

mod exercise;

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use futures::stream::StreamExt;
use tokio::time::sleep;

static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);

/// Fetches a page and gives its length. The address says how long it takes: `/300` is there after
/// 300 ms, and has 300 bytes.
pub async fn fetch(url: String) -> usize {
    if url.starts_with("/many") { load(&url).await } else { shown::fetch(url).await }
}

/// The first ten have a line each in the timeline.
mod shown {
    #[tracing::instrument]
    pub async fn fetch(url: String) -> usize {
        super::load(&url).await
    }
}

async fn load(url: &str) -> usize {
    let number = url.rsplit('/').next().and_then(|last| last.parse().ok());
    let length = number.expect("the address ends in a number");
    AT_ONCE.fetch_max(UNDER_WAY.fetch_add(1, SeqCst) + 1, SeqCst);
    sleep(Duration::from_millis(length)).await;
    UNDER_WAY.fetch_sub(1, SeqCst);
    length as usize
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let lists = [("six", vec![100, 200, 300, 400, 400, 400]), ("four", vec![300, 100, 200, 150])];
    for (name, list) in lists {
        let urls = list.iter().map(|length| format!("/{length}")).collect();
        let mut lengths = pin!(exercise::fetch_all(urls).enumerate());
        while let Some((place, length)) = lengths.next().await {
            println!("list of {name}, page {}: {length} bytes", place + 1);
        }
    }
    let many = vec!["/many/100".to_owned(); 40];
    println!("list of forty: {} pages", exercise::fetch_all(many).count().await);
    println!("at most {} at once", AT_ONCE.load(SeqCst));
    println!("empty list: {} pages", exercise::fetch_all(Vec::new()).count().await);
}
