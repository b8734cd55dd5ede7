//! Right: one of the two is a task, the other is awaited where it stands.

use crate::say_after;

pub async fn greet() {
    let hello = tokio::spawn(say_after(1, "hello"));
    say_after(2, "world").await;
    hello.await.expect("a greeting does not panic");
}
