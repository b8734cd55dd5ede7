//! Wrong: a call of an async function starts it.
//! Earns: never awaited

use std::time::Duration;

use tokio::time::sleep;

use crate::say_after;

pub async fn greet() {
    let hello = say_after(1, "hello");
    let world = say_after(2, "world");
    sleep(Duration::from_secs(2)).await;
}
