//! Calls your `fetch_all` with three addresses, with five, with a hundred and twenty, and with none. Read
//! it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);

/// Fetches a page and gives its length. The address says how long it takes: `/300` is there after
/// 300 ms, and has 300 bytes.
pub async fn fetch(url: &str) -> usize {
    if url.contains("/many/") { load(url).await } else { shown::fetch(url).await }
}

/// The first eight have a line each, in the timeline and in print.
mod shown {
    #[tracing::instrument]
    pub async fn fetch(url: &str) -> usize {
        let length = super::load(url).await;
        println!("{url} has arrived");
        length
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
    let (some, more) = (vec![300, 100, 200], vec![250, 50, 450, 150, 350]);
    let many = (1..=120).map(|place| place * 37 % 121 * 5).collect(); // 5 to 600, well shuffled
    for (numbers, site) in [(some, ""), (more, ""), (many, "/many"), (vec![], "")] {
        // They live no longer than this round does.
        let urls = numbers.iter().map(|number| format!("example.com{site}/{number}"));
        let urls: Vec<String> = urls.collect();
        let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
        let lengths: Vec<usize> = exercise::fetch_all(&urls).await;
        if lengths.len() <= 5 {
            println!("{} pages: {lengths:?}", lengths.len());
            continue;
        }
        let order = if lengths == numbers { "in order" } else { "in disorder" };
        println!("{} pages, {order}", lengths.len());
        match AT_ONCE.load(SeqCst) {
            1 => println!("one page at a time"),
            at_once => println!("at most {at_once} pages at once"),
        }
    }
}
