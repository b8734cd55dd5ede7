//! Right: three tasks, awaited in the order in which they were spawned.

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let tasks =
        [("A", 4), ("B", 2), ("C", 3)].map(|(name, number)| tokio::spawn(factorial(name, number)));
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.expect("a factorial does not panic"));
    }
    results
}
