//! Wrong: a spawned task will run to its end, so nobody has to wait for it.
//! Earns: handle dropped

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello"));
    tokio::spawn(say_after(2, "world"));
}
