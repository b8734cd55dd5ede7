//! Three tasks yield after every line; the second round comes in the opposite order.
//!
//!     cargo run -p runtime --example yield_now

use tokio::task::yield_now;

async fn rounds(name: &str) {
    for round in 0..3 {
        println!("{name}{round}");
        yield_now().await;
    }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let tasks = ["a", "b", "c"].map(|name| tokio::spawn(rounds(name)));
    for task in tasks {
        task.await.unwrap();
    }
}
