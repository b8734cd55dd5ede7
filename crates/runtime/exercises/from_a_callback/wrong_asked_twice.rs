//! Wrong: once to see whether there is a link, and once more to have it.
//! Earns: not once each

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let handle = Handle::current();
    let following = spawn_blocking(move || {
        follow(start, |page| {
            if handle.block_on(link(page)).is_none() {
                return None;
            }
            handle.block_on(link(page))
        })
    });
    following.await.expect("follow does not panic")
}
