//! Calls your `office` beside a heartbeat, and prints its book and whether the heart beat.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc as std_mpsc;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::sleep;

static BEATS: AtomicUsize = AtomicUsize::new(0);
static WHILE_SCANNING: AtomicUsize = AtomicUsize::new(0);

/// Has a page scanned by the scanner's own thread, which sends it after 400 ms.
pub fn scan() -> std_mpsc::Receiver<String> {
    let (page, scanned) = std_mpsc::channel();
    thread::spawn(move || {
        let before = BEATS.load(SeqCst);
        thread::sleep(Duration::from_millis(400));
        WHILE_SCANNING.store(BEATS.load(SeqCst) - before, SeqCst);
        page.send("letter from Bo".to_owned())
    });
    scanned
}

/// The orders that come in: one, after 200 ms.
pub fn orders() -> mpsc::Receiver<String> {
    let (order, ordered) = mpsc::channel(1);
    tokio::spawn(async move {
        sleep(Duration::from_millis(200)).await;
        order.send("order of 30 chairs".to_owned()).await
    });
    ordered
}

async fn heartbeat() {
    loop {
        sleep(Duration::from_millis(20)).await;
        BEATS.fetch_add(1, SeqCst);
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let heart = tokio::spawn(heartbeat());
    let mut book: Vec<String> = exercise::office().await;
    heart.abort();
    heart.await.expect_err("it has no end of its own");
    book.sort_unstable();
    for entry in book {
        println!("book: {entry}");
    }
    let heart = if WHILE_SCANNING.load(SeqCst) >= 8 { "went on" } else { "stood still" };
    println!("while the scanner worked, the heartbeat {heart}");
}
