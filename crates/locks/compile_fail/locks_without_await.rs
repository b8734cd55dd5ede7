// Meant: take the lock and count. asyncio would have raised `TypeError`, for `with lock` in place of `async with lock`.

use tokio::sync::Mutex;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let count = Mutex::new(0);
    *count.lock() += 1;
    println!("{}", count.into_inner());
}
