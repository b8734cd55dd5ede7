//! Calls your `prepare`, and says when it is back. Read it; it is not yours to change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// Opens a connection to the database; takes a second.
#[tracing::instrument]
pub async fn connect(name: &str) {
    println!("{name}: connects");
    sleep(Duration::from_secs(1)).await;
}

/// Creates the tables, at once. The creator is connected by then.
pub fn create_tables() {
    println!("tables created");
}

/// Fills the tables, at once. The inserter is connected by then, and the tables are there.
pub fn insert_rows() {
    println!("rows inserted");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    exercise::prepare().await;
    println!("prepared");
}
