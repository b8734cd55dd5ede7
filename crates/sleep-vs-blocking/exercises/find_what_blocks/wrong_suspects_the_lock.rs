//! Wrong: a lock that is held for one `push` blocks nobody; with tokio's the book is as slow as before.
//! Earns: blocked the thread

use std::thread;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::{orders, scan};

async fn write(book: &Mutex<Vec<String>>, entry: String) {
    book.lock().await.push(entry);
}

async fn phone(book: &Mutex<Vec<String>>) {
    sleep(Duration::from_millis(100)).await;
    write(book, "call from Ada".to_owned()).await;
}

async fn order(book: &Mutex<Vec<String>>) {
    let mut orders = orders();
    let order = orders.recv().await.expect("one order comes");
    write(book, order).await;
}

async fn letter(book: &Mutex<Vec<String>>) {
    let scanner = scan();
    let letter = scanner.recv().expect("the scanner sends a page");
    write(book, letter).await;
}

async fn parcel(book: &Mutex<Vec<String>>) {
    let weigh = || {
        thread::sleep(Duration::from_millis(300)); // the scales take their time
        4
    };
    let weight = spawn_blocking(weigh).await.expect("the scales do not panic");
    write(book, format!("parcel of {weight} kg")).await;
}

pub async fn office() -> Vec<String> {
    let book = Mutex::new(Vec::new());
    tokio::join!(phone(&book), order(&book), letter(&book), parcel(&book));
    book.into_inner()
}
