//! Right: only the longer of the two is awaited; the clock says that the other was over before.

use crate::say_after;

pub async fn greet() {
    tokio::spawn(say_after(1, "hello"));
    let world = tokio::spawn(say_after(2, "world"));
    world.await.expect("a greeting does not panic");
}
