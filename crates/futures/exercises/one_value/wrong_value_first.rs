//! Wrong: first the value, and then the readers, who were to come meanwhile.
//! Earns: awaited in turn

use std::future::ready;

use crate::{compute, reader};

pub async fn share() {
    let value = compute().await;
    tokio::join!(
        reader("a", 0, ready(value)),
        reader("b", 1, ready(value)),
        reader("c", 4, ready(value)),
    );
}
