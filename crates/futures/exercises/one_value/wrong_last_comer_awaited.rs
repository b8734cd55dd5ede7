//! Wrong: who comes last is taken for who is done last, and only that one is awaited.
//! Earns: handle dropped

use std::sync::Arc;

use tokio::sync::OnceCell;

use crate::{compute, reader};

async fn value(cell: Arc<OnceCell<u64>>) -> u64 {
    *cell.get_or_init(compute).await
}

pub async fn share() {
    let cell = Arc::new(OnceCell::new());
    tokio::spawn(reader("a", 0, value(Arc::clone(&cell))));
    tokio::spawn(reader("b", 1, value(Arc::clone(&cell))));
    reader("c", 4, value(cell)).await;
}
