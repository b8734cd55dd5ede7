//! Copies three folders with your `copy_with_progress`, and looks after each for what is left of it.
//! Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::yield_now;
use tokio::time::sleep;

/// Copies a folder, and gives the number of its files. Each folder takes a time of its own.
#[tracing::instrument]
pub async fn copy(folder: &str) -> u32 {
    let (millis, files) = match folder {
        "photos" => (3500, 35),
        "letters" => (1500, 15),
        _ => (2300, 23),
    };
    sleep(Duration::from_millis(millis)).await;
    files
}

/// The line to be printed after each full second of copying.
pub fn still_copying(folder: &str, seconds: u32) {
    println!("{folder}: still copying after {seconds} s");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for folder in ["photos", "letters", "books"] {
        let files = exercise::copy_with_progress(folder).await;
        println!("{folder}: {files} files copied");
        yield_now().await; // a task that was aborted is dropped in its next turn
        let tasks = Handle::current().metrics().num_alive_tasks();
        println!("{folder}: tasks left behind: {tasks}");
    }
    sleep(Duration::from_millis(1200)).await;
    println!("main ends");
}
