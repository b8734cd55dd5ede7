//! Wrong: another thread waits with the runtime's handle, and the runtime's thread waits for it.
//! Earns: blocked the thread

use std::thread;

use tokio::runtime::Handle;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let handle = Handle::current();
    follow(start, |page| {
        thread::scope(|scope| {
            let waits = scope.spawn(|| handle.block_on(link(page)));
            waits.join().expect("link does not panic")
        })
    })
}
