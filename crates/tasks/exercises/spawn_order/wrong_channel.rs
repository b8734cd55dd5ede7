//! Wrong: a channel gives the results in the order in which the tasks were spawned.
//! Earns: wrong result

use tokio::sync::mpsc;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    for file in files {
        let sender = sender.clone();
        tokio::spawn(async move {
            let words = count_words(file).await;
            sender.send(words).expect("count_all receives to the end");
        });
    }
    drop(sender);
    let mut results = Vec::new();
    while let Some(words) = receiver.recv().await {
        results.push(words);
    }
    results
}
