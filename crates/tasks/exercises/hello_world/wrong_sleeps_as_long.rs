//! Wrong: a sleep as long as the longest task ends after it.
//! Earns: handle dropped

use std::time::Duration;

use tokio::time::sleep;

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello"));
    tokio::spawn(say_after(2, "world"));
    sleep(Duration::from_secs(2)).await;
}
