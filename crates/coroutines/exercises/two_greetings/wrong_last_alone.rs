//! Wrong: one await is thought to run whatever was built before it.
//! Earns: never awaited

use crate::greet;

pub async fn greet_both() {
    let _alice = greet("Alice");
    let bob = greet("Bob");
    bob.await;
}
