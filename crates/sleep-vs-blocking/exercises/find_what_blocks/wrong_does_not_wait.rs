//! Wrong: nobody waits for the scanner, and the letter is written without it.
//! Earns: wrong result

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
    drop(scan());
    write(book, "letter from Bo".to_owned());
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
