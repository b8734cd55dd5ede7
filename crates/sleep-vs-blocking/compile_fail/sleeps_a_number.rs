// Meant: sleep one second. asyncio would have taken the number as seconds.

use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    sleep(1).await;
}
