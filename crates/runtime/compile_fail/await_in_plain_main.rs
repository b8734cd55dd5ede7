// Meant: to await in main, as at the prompt of `python -m asyncio`. In a script Python refuses too: SyntaxError.
use std::time::Duration;

use tokio::time::sleep;

fn main() {
    sleep(Duration::from_secs(1)).await;
}
