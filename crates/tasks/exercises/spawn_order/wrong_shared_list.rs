//! Wrong: the handles are awaited in order, so what the tasks push is in order too.
//! Earns: wrong result

use std::sync::{Arc, Mutex};

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for file in files {
        let results = Arc::clone(&results);
        tasks.push(tokio::spawn(async move {
            let words = count_words(file).await;
            results.lock().expect("nobody panics").push(words);
        }));
    }
    for task in tasks {
        task.await.expect("counting does not panic");
    }
    let results = results.lock().expect("nobody panics");
    results.clone()
}
