//! Wrong: it is thought that another runtime may be run on the same thread.
//! Earns: panicked

use tokio::runtime::Builder;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        runtime.block_on(link(page))
    })
}
