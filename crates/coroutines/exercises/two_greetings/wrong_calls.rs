//! Wrong: a call is thought to run the function.
//! Earns: never awaited

use crate::greet;

pub async fn greet_both() {
    greet("Alice");
    greet("Bob");
}
