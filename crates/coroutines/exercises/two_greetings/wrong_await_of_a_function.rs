//! Wrong: the functions are awaited without being called, as `create_task(greet)` would have it.
//! Earns: does not compile

use crate::greet;

pub async fn greet_both() {
    greet.await;
    greet.await;
}
