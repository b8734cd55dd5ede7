//! Wrong: a thread is thought to need some time before it can be given anything.
//! Earns: too late

use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let handle = Handle::current();
    sleep(Duration::from_secs(2)).await;
    let following = spawn_blocking(move || follow(start, |page| handle.block_on(link(page))));
    following.await.expect("follow does not panic")
}
