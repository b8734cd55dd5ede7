//! Calls your `back_up_all` twice beside a heartbeat, and prints how many calls were under way at once.

mod exercise;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use tokio::time::sleep;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);
static OVER: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static BEATS: AtomicUsize = AtomicUsize::new(0);
static BEFORE_THE_FIRST: AtomicUsize = AtomicUsize::new(0);
static LETTERS: AtomicU64 = AtomicU64::new(200);

/// Copies a folder to another disk, and blocks its thread until the last byte is there: 300 ms for
/// "photos", 400 for "music"; 200 for "letters" at first, and 600 when there are more of them.
pub fn back_up(folder: &'static str) {
    CALLS.fetch_add(1, SeqCst);
    AT_ONCE.fetch_max(UNDER_WAY.fetch_add(1, SeqCst) + 1, SeqCst);
    let millis = match folder {
        "letters" => LETTERS.load(SeqCst),
        "photos" => 300,
        _ => 400,
    };
    thread::sleep(Duration::from_millis(millis));
    UNDER_WAY.fetch_sub(1, SeqCst);
    let mut over = OVER.lock().expect("nobody panics with the list");
    if over.is_empty() {
        BEFORE_THE_FIRST.store(BEATS.load(SeqCst), SeqCst);
    }
    over.push(folder);
}

async fn heartbeat() {
    loop {
        sleep(Duration::from_millis(20)).await;
        BEATS.fetch_add(1, SeqCst);
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    for (letters, when) in [(200, "letters are the quickest"), (600, "letters are the slowest")] {
        LETTERS.store(letters, SeqCst);
        for count in [&CALLS, &AT_ONCE, &BEATS, &BEFORE_THE_FIRST] {
            count.store(0, SeqCst);
        }
        OVER.lock().expect("nobody panics with the list").clear();
        let heart = tokio::spawn(heartbeat());
        exercise::back_up_all().await;
        let mut over = OVER.lock().expect("nobody panics with the list").clone();
        heart.abort();
        heart.await.expect_err("it has no end of its own");
        if over.len() < 3 {
            sleep(Duration::from_secs(1)).await; // for calls that are still under way
        }
        over.sort_unstable();
        println!("{when}: {} calls", CALLS.load(SeqCst));
        println!("over when back_up_all returned: {over:?}");
        let heart = if BEFORE_THE_FIRST.load(SeqCst) >= 4 { "went on" } else { "stood still" };
        println!("at once: {}, while the heartbeat {heart}", AT_ONCE.load(SeqCst));
    }
}
