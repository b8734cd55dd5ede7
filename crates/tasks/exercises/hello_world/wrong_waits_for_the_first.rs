//! Wrong: one `.await` at the end waits for all that was spawned.
//! Earns: left tasks behind

use crate::say_after;

pub async fn greet() {
    let hello = tokio::spawn(say_after(1, "hello"));
    let _world = tokio::spawn(say_after(2, "world"));
    hello.await.expect("a greeting does not panic");
}
