//! Wrong: a task is thought to be waited for by itself.
//! Earns: handle dropped

use crate::greet;

pub async fn greet_both() {
    tokio::spawn(async {
        greet("Alice").await;
        greet("Bob").await;
    });
}
