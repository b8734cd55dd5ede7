//! spawn and `.await` on one line: three seconds again.
//!
//!     cargo run -p tasks --example spawned_one_by_one

use std::time::Duration;

use tokio::time::sleep;

async fn say_after(delay: Duration, what: &str) {
    sleep(delay).await;
    println!("{what}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    // main waits for the first task to end, and there is no second one yet.
    tokio::spawn(say_after(Duration::from_secs(1), "hello")).await.unwrap();
    tokio::spawn(say_after(Duration::from_secs(2), "world")).await.unwrap();
    println!("Tasks finished.");
}
