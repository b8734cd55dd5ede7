//! `join_all` makes no tasks: what it holds runs in the task that awaits it.
//!
//!     cargo run -p gather --example whose_task

use futures::future::join_all;
use tokio::task::{Id, try_id};

async fn whose_task(name: &str, id_of_main: Option<Id>) {
    if try_id() == id_of_main {
        println!("{name}: runs where main runs");
    } else {
        println!("{name}: runs in a task of its own");
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let id_of_main = try_id(); // None: nobody spawned main, so it is no task
    join_all(["joined 1", "joined 2"].map(|name| whose_task(name, id_of_main))).await;
    tokio::spawn(whose_task("spawned", id_of_main)).await.unwrap();
}
