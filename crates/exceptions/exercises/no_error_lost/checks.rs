//! Calls your `save_later` for each file, and counts the errors that are reported.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static REPORTED: AtomicUsize = AtomicUsize::new(0);

/// Saves a file: a in 3 s. b fails after 2 s, c after 1.
pub async fn save(file: &'static str) -> Result<(), String> {
    let (seconds, fails) = match file {
        "a" => (3, false),
        "b" => (2, true),
        _ => (1, true),
    };
    sleep(Duration::from_secs(seconds)).await;
    if fails {
        return Err(format!("no room for {file}"));
    }
    println!("{file} is saved");
    Ok(())
}

/// Writes an error into the log.
pub fn report(error: String) {
    REPORTED.fetch_add(1, SeqCst);
    println!("log: {error}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for file in ["a", "b", "c"] {
        exercise::save_later(file);
    }
    println!("main goes on at once");
    sleep(Duration::from_secs(4)).await;
    println!("errors reported: {} of 2", REPORTED.load(SeqCst));
}
