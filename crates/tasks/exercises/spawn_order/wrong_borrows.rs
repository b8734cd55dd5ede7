//! Wrong: the tasks are awaited before the function returns, so they may borrow its list.
//! Earns: does not compile

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let mut tasks = Vec::new();
    for file in &files {
        tasks.push(tokio::spawn(async move { count_words(file.clone()).await }));
    }
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.expect("counting does not panic"));
    }
    results
}
