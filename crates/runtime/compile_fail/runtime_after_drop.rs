// Meant: to run on a loop that is closed. asyncio would have raised RuntimeError: Event loop is closed.
use tokio::runtime::Builder;

async fn my_coroutine() {}

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(my_coroutine());
    drop(runtime);
    runtime.block_on(my_coroutine());
}
