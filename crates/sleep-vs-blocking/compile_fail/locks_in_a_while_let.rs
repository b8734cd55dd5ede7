// Meant: take a letter and let go of the lock, as `with lock: letter = letters.pop()` does. asyncio would have held
// the lock for that line alone. Here no variable holds the guard, and it lives to the end of its statement: the loop.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::sleep;

async fn deliver(letters: Arc<Mutex<Vec<String>>>) {
    while let Some(letter) = letters.lock().unwrap().pop() {
        sleep(Duration::from_secs(1)).await;
        println!("{letter}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let letters = Arc::new(Mutex::new(vec![String::from("a letter")]));
    tokio::spawn(deliver(letters)).await.unwrap();
}
