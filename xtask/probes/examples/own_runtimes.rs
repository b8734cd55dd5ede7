//! Two runtimes that the program builds itself, one after another.

use std::time::Duration;

use tokio::runtime::Builder;

async fn nap(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    println!("{seconds}");
}

#[meanwhile::main]
fn main() {
    for seconds in [1, 2] {
        let runtime = Builder::new_current_thread().enable_all().build().expect("it builds");
        runtime.block_on(nap(seconds));
    }
}
