//! # Two greetings in order
//!
//! The function below greets nobody, and is over at once.
//! Let it greet Alice and then Bob: Bob's hello comes after Alice's goodbye.
//! `greet` takes a quarter of a second for each letter of the name, so all is over after two seconds.
//!
//! **First step:** `greet("Alice")` builds a future. Write what runs it behind the call.
//!
//! **Before you go on:** build both futures first, as below, and only then run them. Is it over any
//! sooner?
//!
//!     cargo xtask check two_greetings

use crate::greet;

pub async fn greet_both() {
    let alice = greet("Alice");
    let bob = greet("Bob");
}
