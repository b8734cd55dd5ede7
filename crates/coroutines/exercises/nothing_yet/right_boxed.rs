//! Right: a future in a box, which is how one gives its type a name.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::sleep;

pub fn letter(to: &str) -> Pin<Box<dyn Future<Output = usize> + Send + '_>> {
    Box::pin(async move {
        println!("Dear {to},");
        sleep(Duration::from_secs(2)).await;
        println!("Yours, Zoe");
        to.len()
    })
}

pub async fn errand() -> usize {
    let letter = letter("Alice");
    println!("Nothing is written yet.");
    sleep(Duration::from_secs(1)).await;
    letter.await
}
