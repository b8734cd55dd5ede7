//! Follows links with your `trail`, while another task counts. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tokio::time::sleep;

static TICKS: AtomicU32 = AtomicU32::new(0);
static LINKS: AtomicU32 = AtomicU32::new(0);

/// Whether the callback is running.
static ASKED: AtomicBool = AtomicBool::new(false);

/// How many of the links were asked for while the callback was running.
static IN_THE_CALLBACK: AtomicU32 = AtomicU32::new(0);

/// Where a page links to, if it links anywhere; takes a tenth of a second to find out.
pub async fn link(page: &str) -> Option<String> {
    let asked = ASKED.load(Ordering::Relaxed);
    sleep(Duration::from_millis(100)).await;
    LINKS.fetch_add(1, Ordering::Relaxed);
    IN_THE_CALLBACK.fetch_add(u32::from(asked), Ordering::Relaxed);
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
        ASKED.store(true, Ordering::Relaxed);
        let next = link_of(&page);
        ASKED.store(false, Ordering::Relaxed);
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
    let started = Instant::now();
    let pages = exercise::trail("home".to_owned()).await;
    let took = started.elapsed();
    println!("The trail: {}.", pages.join(", "));
    println!("The other task ran meanwhile: {}.", TICKS.load(Ordering::Relaxed) >= 4);
    let (links, asked) = (LINKS.load(Ordering::Relaxed), IN_THE_CALLBACK.load(Ordering::Relaxed));
    println!("Links fetched: {links}.");
    println!("Each was fetched while the callback ran: {}.", links == asked);
    println!("The trail took less than 1 s: {}.", took < Duration::from_secs(1));
    ticking.abort();
    let _cancelled = ticking.await;
}
