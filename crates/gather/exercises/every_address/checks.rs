//! Calls your `fetch_all` with three addresses, with five, and with none. Read it; it is not yours to
//! change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Fetches a page and gives its length. The address says how long it takes: `/300` is there after
/// 300 ms, and has 300 bytes.
#[tracing::instrument]
pub async fn fetch(url: &str) -> usize {
    let number = url.rsplit('/').next().and_then(|last| last.parse().ok());
    let length = number.expect("the address ends in a number");
    sleep(Duration::from_millis(length)).await;
    println!("{url} has arrived");
    length as usize
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (some, more) = (["/300", "/100", "/200"], ["/250", "/50", "/450", "/150", "/350"]);
    for addresses in [&some[..], &more[..], &[]] {
        // They live no longer than this round does.
        let urls: Vec<String> = addresses.iter().map(|end| format!("example.com{end}")).collect();
        let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
        let lengths: Vec<usize> = exercise::fetch_all(&urls).await;
        println!("{} pages: {lengths:?}", lengths.len());
    }
}
