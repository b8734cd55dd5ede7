//! Wrong: the greeting is written anew, with the thread's sleep.
//! Earns: blocked the thread

use std::thread;
use std::time::Duration;

async fn greet(name: &str) {
    println!("Hello, {name}!");
    thread::sleep(Duration::from_millis(250) * name.len() as u32);
    println!("Goodbye, {name}!");
}

pub async fn greet_both() {
    greet("Alice").await;
    greet("Bob").await;
}
