//! Right: two tasks, and each is awaited before the next is spawned.

use crate::greet;

pub async fn greet_both() {
    tokio::spawn(greet("Alice")).await.expect("a greeting does not panic");
    tokio::spawn(greet("Bob")).await.expect("a greeting does not panic");
}
