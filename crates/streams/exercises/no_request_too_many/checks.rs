//! Reads three shelves through your `items`: two to the end, and two items of the third. Read it; it is
//! not yours to change.

mod exercise;

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use futures::stream::StreamExt;
use tokio::time::sleep;

static REQUESTS: AtomicUsize = AtomicUsize::new(0);

/// A page of a shelf.
pub struct Page {
    pub items: Vec<&'static str>,
    /// The number of the next page; none if this is the last.
    pub next: Option<u32>,
}

/// Fetches a page, which takes 100 ms. Every shelf begins with page 1.
#[tracing::instrument]
pub async fn fetch(shelf: &str, number: u32) -> Page {
    REQUESTS.fetch_add(1, SeqCst);
    sleep(Duration::from_millis(100)).await;
    println!("{shelf}: page {number} is here");
    let (items, next) = match (shelf, number) {
        ("novels", 1) => (vec!["Emma", "Dracula"], Some(2)),
        ("novels", 2) => (vec!["Ulysses"], None),
        ("poems", 1) => (vec!["The Tyger"], Some(4)),
        ("poems", 4) => (vec![], Some(9)), // all of it is lent
        ("poems", 9) => (vec!["Ozymandias"], None),
        ("maps", 1) => (vec!["Asia", "Europe", "Africa"], Some(2)),
        ("maps", 2) => (vec!["America"], None),
        _ => (vec![], None), // no such page
    };
    Page { items, next }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for (shelf, wanted) in [("novels", 100), ("poems", 100), ("maps", 2)] {
        let mut items = pin!(exercise::items(shelf).take(wanted));
        while let Some(item) = items.next().await {
            println!("{shelf}: {item}");
        }
        println!("{shelf}: requests: {}", REQUESTS.swap(0, SeqCst));
    }
}
