//! Copies two folders with your `copy_with_progress`, and looks later for what is left of it. Read
//! it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::sleep;

/// Copies a folder, and gives the number of its files. The photos take 3.5 s, the letters 1.5 s.
#[tracing::instrument]
pub async fn copy(folder: &str) -> u32 {
    let (millis, files) = if folder == "photos" { (3500, 35) } else { (1500, 15) };
    sleep(Duration::from_millis(millis)).await;
    files
}

/// The line to be printed after each full second of copying.
pub fn still_copying(folder: &str, seconds: u32) {
    println!("{folder}: still copying after {seconds} s");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for folder in ["photos", "letters"] {
        let files = exercise::copy_with_progress(folder).await;
        println!("{folder}: {files} files copied");
    }
    sleep(Duration::from_millis(1200)).await;
    println!("tasks left behind: {}", Handle::current().metrics().num_alive_tasks());
}
