// Meant: to run my_coroutine, and its brackets were forgotten. asyncio would have raised at run time: a coroutine was expected.
use tokio::runtime::Builder;

async fn my_coroutine() {}

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(my_coroutine);
}
