//! Wrong: to be written, what somebody thought.
//! Earns: too late

use crate::rest;

pub async fn both() -> (u64, u64) {
    let (two, three) = (rest(2), rest(3));
    (two.await, three.await)
}
