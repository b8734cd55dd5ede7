//! A task for each file, and `try_join_all` over what their handles give once the task's own `Result` is
//! taken off: it leaves at the first error and drops the handles, and a dropped handle ends no task.

use futures::future::try_join_all;
use tokio::task::JoinHandle;

use crate::save;

async fn joined(handle: JoinHandle<Result<u32, String>>) -> Result<u32, String> {
    handle.await.expect("save does not panic")
}

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let handles: Vec<_> = files.iter().map(|file| tokio::spawn(save(file))).collect();
    try_join_all(handles.into_iter().map(joined)).await
}
