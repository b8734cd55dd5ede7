//! A task that nobody awaits returns an error that nobody sees.
//!
//!     cargo run -p exceptions --example lost_error

use std::time::Duration;

use tokio::time::sleep;

async fn save(file: &str) -> Result<(), String> {
    println!("saving {file}");
    sleep(Duration::from_secs(1)).await;
    Err(format!("no room for {file}"))
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // Detached: the handle is dropped here, and with it the way to the result.
    tokio::spawn(save("draft.txt"));
    sleep(Duration::from_secs(2)).await;
    println!("main: no word of draft.txt");

    let handle = tokio::spawn(save("final.txt"));
    match handle.await.expect("save does not panic") {
        Ok(()) => println!("main: saved"),
        Err(error) => println!("main: {error}"),
    }
}
