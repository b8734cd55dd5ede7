//! Calls your `count_all` with two lists of files, and prints what comes back. Read it; it is not yours
//! to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Counts the words of a file. The longest takes three seconds, the shortest one.
#[tracing::instrument]
pub async fn count_words(file: String) -> usize {
    let (seconds, words) = match file.as_str() {
        "slow.txt" => (3, 250),
        "quick.txt" => (1, 400),
        "other.txt" => (2, 100),
        "novel.txt" => (3, 900),
        "draft.txt" => (1, 300),
        _ => (2, 50),
    };
    sleep(Duration::from_secs(seconds)).await;
    println!("{file}: {words} words");
    words
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let three = vec!["slow.txt", "quick.txt", "other.txt"];
    let one_of_them_twice = vec!["notes.txt", "draft.txt", "novel.txt", "draft.txt"];
    for files in [three, one_of_them_twice] {
        let files = files.into_iter().map(String::from).collect();
        let words: Vec<usize> = exercise::count_all(files).await;
        println!("Words: {words:?}");
    }
}
