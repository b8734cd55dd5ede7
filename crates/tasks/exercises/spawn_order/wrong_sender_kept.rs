//! Wrong: a receiver ends when all tasks have sent, although a sender is still alive here.
//! Earns: deadlock

use tokio::sync::mpsc;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    for (place, file) in files.into_iter().enumerate() {
        let sender = sender.clone();
        tokio::spawn(async move {
            let words = count_words(file).await;
            sender.send((place, words)).expect("count_all receives to the end");
        });
    }
    let mut results = Vec::new();
    while let Some(result) = receiver.recv().await {
        results.push(result);
    }
    results.sort_unstable();
    results.into_iter().map(|(_, words)| words).collect()
}
