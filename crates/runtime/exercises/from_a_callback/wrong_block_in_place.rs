//! Wrong: `block_in_place` moves the other tasks to another worker, and here is none.
//! Earns: panicked

use tokio::runtime::Handle;
use tokio::task::block_in_place;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| block_in_place(|| Handle::current().block_on(link(page))))
}
