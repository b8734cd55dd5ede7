// Meant: to await in main, as at the prompt of `python -m asyncio`. In a script asyncio would not have come to it: `SyntaxError`.
use std::time::Duration;

use tokio::time::sleep;

fn main() {
    sleep(Duration::from_secs(1)).await;
}
