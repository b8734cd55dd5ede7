//! Wrong: results are found by the name of the file, which nobody gives twice.
//! Earns: one count for two

use std::collections::HashMap;

use tokio::task::JoinSet;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let mut tasks = JoinSet::new();
    for file in files.clone() {
        tasks.spawn(async move { (file.clone(), count_words(file).await) });
    }
    let mut results: HashMap<String, usize> = tasks.join_all().await.into_iter().collect();
    files.iter().filter_map(|file| results.remove(file)).collect()
}
