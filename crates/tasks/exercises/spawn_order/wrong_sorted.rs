//! Wrong: sorting the counts brings them into order; it is not the order of the files.
//! Earns: wrong result

use tokio::task::JoinSet;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for file in files {
        tasks.spawn(count_words(file));
    }
    let mut results = tasks.join_all().await;
    results.sort_unstable();
    results
}
