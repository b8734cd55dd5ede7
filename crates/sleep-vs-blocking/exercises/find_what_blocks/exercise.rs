//! # Find what blocks
//!
//! A program that you did not write: an office in which four things happen at the same time, each of which
//! ends in the book.
//! The book is right, and yet a heartbeat beside the office, due every 20 ms, stands still while the
//! scanner works: one of the four blocks the thread.
//! Find the call, and mend it so that nothing in the office keeps the thread: not for the time that the
//! scanner takes, and not for a part of it. How long that is, nobody knows before: 400 ms on Monday, 700 on
//! Tuesday.
//! Leave the rest as it is. The four go on at the same time, and the book holds the same four entries, the
//! letter as the scanner sends it, with the stamp that it puts on each page.
//! You have std and tokio.
//!
//! **First step:** put `#[tracing::instrument]` on each of the four async functions, and check again: each
//! then has a line of its own in the timeline, and ▓▓ marks the one that keeps the thread. Which call in it
//! is not awaited?
//!
//! **Before you go on:** three calls here look as if they might block, and do not. Which, and why not?
//!
//!     cargo xtask check find_what_blocks

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::{orders, scan};

fn write(book: &Mutex<Vec<String>>, entry: String) {
    book.lock().expect("nobody panics with the book").push(entry);
}

async fn phone(book: &Mutex<Vec<String>>) {
    sleep(Duration::from_millis(100)).await;
    write(book, "call from Ada".to_owned());
}

async fn order(book: &Mutex<Vec<String>>) {
    let mut orders = orders();
    let order = orders.recv().await.expect("one order comes");
    write(book, order);
}

async fn letter(book: &Mutex<Vec<String>>) {
    let scanner = scan();
    let letter = scanner.recv().expect("the scanner sends a page");
    write(book, letter);
}

async fn parcel(book: &Mutex<Vec<String>>) {
    let weigh = || {
        thread::sleep(Duration::from_millis(300)); // the scales take their time
        4
    };
    let weight = spawn_blocking(weigh).await.expect("the scales do not panic");
    write(book, format!("parcel of {weight} kg"));
}

pub async fn office() -> Vec<String> {
    let book = Mutex::new(Vec::new());
    tokio::join!(phone(&book), order(&book), letter(&book), parcel(&book));
    book.into_inner().expect("nobody panics with the book")
}
