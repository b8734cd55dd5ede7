//! Wrong: `await` in front of the call, as Python has it.
//! Earns: does not compile

use crate::greet;

pub async fn greet_both() {
    await greet("Alice");
    await greet("Bob");
}
