//! `OnceCell` is a place for a value that is computed once: the first that asks computes, whoever comes
//! meanwhile waits for it, and who comes later finds it there.

use tokio::sync::OnceCell;

use crate::{compute, reader};

pub async fn share() {
    let cell = OnceCell::new();
    let value = async || *cell.get_or_init(compute).await;
    tokio::join!(reader("a", 0, value()), reader("b", 1, value()), reader("c", 4, value()));
}
