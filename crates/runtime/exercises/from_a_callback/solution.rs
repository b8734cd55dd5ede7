//! `follow` goes to a thread where it may block; its callback has the runtime's handle, and waits there.
//! The runtime's own thread is free, and runs the timers that `link` waits for.

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let handle = Handle::current();
    let following = spawn_blocking(move || follow(start, |page| handle.block_on(link(page))));
    following.await.expect("follow does not panic")
}
