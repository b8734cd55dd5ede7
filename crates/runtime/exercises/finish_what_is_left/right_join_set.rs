//! Right: a `JoinSet` of tasks that wait for the tasks.

use tokio::runtime::Builder;
use tokio::task::{JoinHandle, JoinSet};

pub fn run(program: impl Future<Output = Vec<JoinHandle<()>>>) {
    let runtime =
        Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    runtime.block_on(async {
        let waiting: JoinSet<_> = program.await.into_iter().collect();
        let ends = waiting.join_all().await;
        assert!(ends.iter().all(Result::is_ok), "a parcel does not panic");
    });
}
