//! Right: a JoinSet keeps the handles, and waits for all.

use tokio::task::JoinSet;

use crate::say_after;

pub async fn greet() {
    let mut greetings = JoinSet::new();
    greetings.spawn(say_after(2, "world"));
    greetings.spawn(say_after(1, "hello"));
    while let Some(greeting) = greetings.join_next().await {
        greeting.expect("a greeting does not panic");
    }
}
