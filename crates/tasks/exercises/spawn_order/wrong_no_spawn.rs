//! Wrong: an async function that is called is a task.
//! Earns: no task

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let tasks: Vec<_> = files.into_iter().map(count_words).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await);
    }
    results
}
