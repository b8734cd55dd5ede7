//! Wrong: to be written, what somebody else thought.
//! Earns: wrong result

use crate::rest;

pub async fn both() -> (u64, u64) {
    tokio::join!(rest(2), rest(2))
}
