//! Calls your `save_all` three times, twice with files that can be saved, and prints what comes back and
//! when.

mod exercise;

use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

/// Saves a file and gives its size: `a` takes 3 s, `d` takes 4, `e` 1 and `f` 2. `b` fails after
/// 2 s, `c` after 1.
#[tracing::instrument]
pub async fn save(file: &'static str) -> Result<u32, String> {
    let (seconds, size) = match file {
        "a" => (3, Some(30)),
        "b" => (2, None),
        "c" => (1, None),
        "d" => (4, Some(40)),
        "e" => (1, Some(50)),
        _ => (2, Some(60)),
    };
    sleep(Duration::from_secs(seconds)).await;
    match size {
        Some(size) => {
            println!("{file} is saved");
            Ok(size)
        }
        None => {
            println!("{file} fails");
            Err(format!("no room for {file}"))
        }
    }
}

async fn report(files: &[&'static str]) {
    let begun = Instant::now();
    let result: Result<Vec<u32>, String> = exercise::save_all(files).await;
    println!("save_all({files:?}) after {} s: {result:?}", begun.elapsed().as_secs());
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    report(&["d", "a"]).await;
    report(&["e", "f"]).await;
    let begun = Instant::now();
    report(&["a", "b", "c", "d"]).await;
    sleep_until(begun + Duration::from_secs(5)).await; // main goes on, and so do the others
    println!("main ends");
}
