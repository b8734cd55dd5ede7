//! Wrong: the first file is the slowest, so its count is moved from the end to the front.
//! Earns: wrong result

use tokio::task::JoinSet;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for file in files {
        tasks.spawn(count_words(file));
    }
    let mut results = tasks.join_all().await;
    results.rotate_right(1);
    results
}
