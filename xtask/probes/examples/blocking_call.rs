//! A call on a thread of its own, on the real clock.

use std::time::Duration;

fn hash() -> u32 {
    std::thread::sleep(Duration::from_secs(2));
    println!("hashed");
    7
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let handle = tokio::task::spawn_blocking(hash);
    tokio::time::sleep(Duration::from_millis(100)).await;
    println!("meanwhile");
    println!("{}", handle.await.expect("hash returns"));
}
