//! To be written: how it is solved, in one line.

use crate::rest;

pub async fn both() -> (u64, u64) {
    tokio::join!(rest(2), rest(3))
}
