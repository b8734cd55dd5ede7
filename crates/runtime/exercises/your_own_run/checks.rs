//! Has your `run` run two programs, one after the other. Read it; it is not yours to change.

mod exercise;

use std::thread::{self, ThreadId};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::sleep;

struct CutOff;

impl Drop for CutOff {
    fn drop(&mut self) {
        println!("The task that was left over was dropped.");
    }
}

async fn left_over() {
    let _cut_off = CutOff;
    sleep(Duration::from_secs(60)).await;
}

async fn part(main: ThreadId) -> u32 {
    println!("The task runs on the thread of main: {}.", thread::current().id() == main);
    sleep(Duration::from_millis(200)).await;
    40
}

async fn program(name: &str) -> u32 {
    println!("{name} begins.");
    let task = tokio::spawn(part(thread::current().id()));
    sleep(Duration::from_millis(400)).await;
    tokio::spawn(left_over());
    sleep(Duration::from_millis(100)).await;
    println!("{name} ends.");
    task.await.expect("a part does not panic") + name.len() as u32
}

#[meanwhile::main]
fn main() {
    for name in [String::from("Tea"), String::from("Coffee")] {
        let number = exercise::run(program(&name));
        println!(
            "{name} returned {number}. Is a runtime current? {}.",
            Handle::try_current().is_ok()
        );
    }
}
