//! Wrong: one after the other comes out right as well, if the second waits for what is left.
//! Earns: awaited in turn

use crate::say_after;

pub async fn greet() {
    say_after(1, "hello").await;
    say_after(1, "world").await;
}
