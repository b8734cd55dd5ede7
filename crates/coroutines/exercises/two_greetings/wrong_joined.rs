//! Wrong: `gather`, where one is to come after the other.
//! Earns: too early

use crate::greet;

pub async fn greet_both() {
    tokio::join!(greet("Alice"), greet("Bob"));
}
