//! An error is returned, a panic is caught at the edge of its task: three ways to end.
//!
//!     cargo run -p exceptions --example panic_is_not_an_error

use std::time::Duration;

use tokio::task::JoinError;
use tokio::time::sleep;

async fn price(item: &'static str) -> Result<u32, String> {
    sleep(Duration::from_secs(1)).await;
    match item {
        "tea" => Ok(30),
        "coffee" => Err("coffee is sold out".to_string()), // an answer that the caller expects
        _ => panic!("nobody thought of {item}"),           // a mistake in this program
    }
}

/// What the panic said, without the number of its task.
fn message(died: JoinError) -> String {
    assert!(died.is_panic());
    *died.into_panic().downcast::<String>().expect("a panic with arguments carries a String")
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for item in ["tea", "coffee", "milk"] {
        // The outer result is the task's, the inner one is what its function returned.
        match tokio::spawn(price(item)).await {
            Ok(Ok(price)) => println!("{item} costs {price}"),
            Ok(Err(error)) => println!("{item} refused: {error}"),
            Err(died) => println!("{item} died: {}", message(died)),
        }
    }
    println!("main ends");
}
