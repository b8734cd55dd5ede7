//! Wrong: `[await greet(name) for name in names]`, written with a closure, which is not async.
//! Earns: does not compile

use crate::greet;

pub async fn greet_both() {
    ["Alice", "Bob"].map(|name| greet(name).await);
}
