//! Wrong: one future for all, as a Future of asyncio can be awaited by many.
//! Earns: does not compile

use crate::{compute, reader};

pub async fn share() {
    let value = compute();
    tokio::join!(reader("a", 0, value), reader("b", 1, value), reader("c", 4, value));
}
