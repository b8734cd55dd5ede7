//! Wrong: another thread runs `link`, and the callback waits for that thread, on this one.
//! Earns: blocked the thread

use std::thread;

use tokio::runtime::Builder;

use crate::{follow, link};

fn link_now(page: &str) -> Option<String> {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(link(page))
}

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| {
        thread::scope(|scope| scope.spawn(|| link_now(page)).join().expect("link does not panic"))
    })
}
