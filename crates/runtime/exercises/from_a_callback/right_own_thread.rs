//! Right: a thread with a runtime of its own, which hands the pages back through a oneshot.

use std::thread;

use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let (sender, pages) = oneshot::channel();
    thread::spawn(move || {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        sender.send(follow(start, |page| runtime.block_on(link(page)))).expect("trail waits");
    });
    pages.await.expect("follow does not panic")
}
