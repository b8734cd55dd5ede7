//! `join_all` makes no tasks: what it holds runs in the task that awaits it.
//!
//!     cargo run -p gather --example whose_task

use futures::future::join_all;
use tokio::task::{Id, try_id};

async fn whose_task(name: &str, task_of_main: Option<Id>) {
    if try_id() == task_of_main {
        println!("{name}: runs in the task of main");
    } else {
        println!("{name}: runs in a task of its own");
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let task_of_main = try_id();
    join_all(["joined 1", "joined 2"].map(|name| whose_task(name, task_of_main))).await;
    tokio::spawn(whose_task("spawned", task_of_main)).await.unwrap();
}
