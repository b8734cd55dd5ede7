//! Follows links with your `trail`, while another task counts. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::time::sleep;

static TICKS: AtomicU32 = AtomicU32::new(0);

/// Where a page links to, if it links anywhere; takes a tenth of a second to find out.
pub async fn link(page: &str) -> Option<String> {
    sleep(Duration::from_millis(100)).await;
    let next = match page {
        "home" => "news",
        "news" => "archive",
        "archive" => "index",
        _ => return None,
    };
    Some(next.to_owned())
}

/// Follows the links from `start` on, and returns all pages of the way. It stands for a library that knows
/// nothing of async: a plain function, which asks a plain callback for each page's link.
pub fn follow(start: String, mut link_of: impl FnMut(&str) -> Option<String>) -> Vec<String> {
    let mut page = start;
    let mut pages = Vec::new();
    loop {
        println!("follow asks about {page}.");
        let next = link_of(&page);
        pages.push(page);
        match next {
            Some(next) => page = next,
            None => return pages,
        }
    }
}

async fn tick() {
    loop {
        sleep(Duration::from_millis(50)).await;
        TICKS.fetch_add(1, Ordering::Relaxed);
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let ticking = tokio::spawn(tick());
    let pages = exercise::trail("home".to_owned()).await;
    println!("The trail: {}.", pages.join(", "));
    println!("The other task ran meanwhile: {}.", TICKS.load(Ordering::Relaxed) >= 4);
    ticking.abort();
    let _cancelled = ticking.await;
}
