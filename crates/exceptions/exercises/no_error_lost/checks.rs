//! Calls your `save_later` for each file, and counts the errors that are reported.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static REPORTED: AtomicUsize = AtomicUsize::new(0);

/// Saves a file: `a` in 3 s. `c` fails after 1.3 s, `b` after 6.5.
pub async fn save(file: &'static str) -> Result<(), String> {
    let (millis, fails) = match file {
        "a" => (3000, false),
        "b" => (6500, true),
        _ => (1300, true),
    };
    sleep(Duration::from_millis(millis)).await;
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
    sleep(Duration::from_secs(8)).await;
    println!("errors reported: {} of 2", REPORTED.load(SeqCst));
}
