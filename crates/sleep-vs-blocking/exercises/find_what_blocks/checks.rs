//! Calls your `office` on two days, beside a heartbeat, and prints its book and whether the heart beat.

mod exercise;

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Mutex, mpsc as std_mpsc};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::mpsc;
use tokio::time::sleep;

static BEATS: AtomicUsize = AtomicUsize::new(0);
static SCANNING: AtomicU64 = AtomicU64::new(0);
/// What the scanner sent, and how often the heart beat while it worked.
static SCANNED: Mutex<(String, usize)> = Mutex::new((String::new(), 0));

/// Has a page scanned by the scanner's own thread, which sends it when it is done: after 400 ms, or
/// after 700. It stamps the page with the time.
pub fn scan() -> std_mpsc::Receiver<String> {
    let (page, scanned) = std_mpsc::channel();
    thread::spawn(move || {
        let before = BEATS.load(SeqCst);
        thread::sleep(Duration::from_millis(SCANNING.load(SeqCst)));
        let stamped = format!("letter from Bo, {:?}", SystemTime::now());
        let beats = BEATS.load(SeqCst) - before;
        *SCANNED.lock().expect("nobody panics with a page") = (stamped.clone(), beats);
        page.send(stamped)
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
    for (day, scanning) in [("Monday", 400), ("Tuesday", 700)] {
        SCANNING.store(scanning, SeqCst);
        let opened = Instant::now();
        let mut book: Vec<String> = exercise::office().await;
        let took = opened.elapsed();
        let (page, beats) = SCANNED.lock().expect("nobody panics with a page").clone();
        book.sort_unstable();
        for entry in book {
            let entry = if entry == page { "the letter as it was scanned" } else { &entry };
            println!("{day}: book: {entry}");
        }
        let heart = if beats >= 5 { "went on" } else { "stood still" };
        let is_long = took > Duration::from_millis(scanning + 150);
        let end = if is_long { "and all four took longer" } else { "in which all four were done" };
        println!("{day}: the heartbeat {heart} in the scanner's {scanning} ms, {end}");
    }
    heart.abort();
    heart.await.expect_err("it has no end of its own");
}
