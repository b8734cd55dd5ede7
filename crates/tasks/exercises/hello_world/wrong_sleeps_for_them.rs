//! Wrong: a sleep that is surely long enough stands in for the handles.
//! Earns: too late

use std::time::Duration;

use tokio::time::sleep;

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello"));
    tokio::spawn(say_after(2, "world"));
    sleep(Duration::from_secs(3)).await;
}
