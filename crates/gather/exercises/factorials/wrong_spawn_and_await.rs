//! Wrong: each task is awaited before the next is spawned.
//! Earns: awaited in turn

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let mut results = Vec::new();
    for (name, number) in [("A", 4), ("B", 2), ("C", 3)] {
        results.push(tokio::spawn(factorial(name, number)).await.expect("it does not panic"));
    }
    results
}
