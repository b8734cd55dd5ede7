//! A task that stays on its thread.

use std::rc::Rc;
use std::time::Duration;

use tokio::task::{LocalSet, spawn_local};

async fn homebody(number: Rc<u32>) {
    tokio::time::sleep(Duration::from_secs(1)).await;
    println!("{number}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    LocalSet::new()
        .run_until(async {
            spawn_local(homebody(Rc::new(7))).await.expect("homebody returns");
        })
        .await;
}
