// Meant: clean-up that waits a second, as in a `finally`. asyncio would have awaited it, also in a task that is cancelled.
use std::time::Duration;

use tokio::time::sleep;

struct CleanUp;

impl Drop for CleanUp {
    fn drop(&mut self) {
        sleep(Duration::from_secs(1)).await;
    }
}

fn main() {
    drop(CleanUp);
}
