//! Wrong: the sleep of the scales is on another thread already; what blocks is still there.
//! Earns: blocked the thread

use std::sync::Mutex;
use std::time::Duration;

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
    sleep(Duration::from_millis(300)).await; // the scales take their time
    write(book, "parcel of 4 kg".to_owned());
}

pub async fn office() -> Vec<String> {
    let book = Mutex::new(Vec::new());
    tokio::join!(phone(&book), order(&book), letter(&book), parcel(&book));
    book.into_inner().expect("nobody panics with the book")
}
