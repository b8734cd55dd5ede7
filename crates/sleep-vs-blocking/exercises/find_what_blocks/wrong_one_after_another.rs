//! Wrong: nothing blocks any more, and the four have lost their `join!`: they wait for one another.
//! Earns: awaited in turn

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
    let page = spawn_blocking(move || scanner.recv()).await.expect("recv does not panic");
    let letter = page.expect("the scanner sends a page");
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
    phone(&book).await;
    order(&book).await;
    parcel(&book).await;
    letter(&book).await;
    book.into_inner().expect("nobody panics with the book")
}
