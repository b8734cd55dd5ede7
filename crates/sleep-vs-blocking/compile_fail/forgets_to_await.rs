// Meant: sleep one second. asyncio would have warned while it ran: `coroutine 'sleep' was never awaited`.
#![deny(unused_must_use)]

use std::time::Duration;

use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    sleep(Duration::from_secs(1));
    println!("one second later");
}
