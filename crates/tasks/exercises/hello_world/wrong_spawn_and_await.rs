//! Wrong: `spawn` stands there, and each task is awaited on the line that spawns it.
//! Earns: awaited in turn

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello")).await.expect("a greeting does not panic");
    tokio::spawn(say_after(2, "world")).await.expect("a greeting does not panic");
}
