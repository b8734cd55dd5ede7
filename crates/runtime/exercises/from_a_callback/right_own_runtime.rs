//! Right: a runtime of its own, but on a thread of the blocking pool.

use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let following = spawn_blocking(move || {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        follow(start, |page| runtime.block_on(link(page)))
    });
    following.await.expect("follow does not panic")
}
