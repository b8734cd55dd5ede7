//! The list of handles has the order of the spawns. Awaiting the first does not keep the others from
//! running; one that has ended by then keeps its result until it is asked for.

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    let mut tasks = Vec::new();
    for file in files {
        tasks.push(tokio::spawn(count_words(file)));
    }
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.expect("counting does not panic"));
    }
    results
}
