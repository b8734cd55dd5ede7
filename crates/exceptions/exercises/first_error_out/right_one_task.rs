//! Right: one task runs all of it to the end, and sends out the first error when it comes.

use futures::future::join_all;
use tokio::sync::mpsc;

use crate::save;

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let (error, mut errors) = mpsc::unbounded_channel();
    let files = files.to_vec();
    let all = tokio::spawn(async move {
        let one = async |file| {
            let result = save(file).await;
            result.inspect_err(|what| _ = error.send(what.clone()))
        };
        join_all(files.into_iter().map(one)).await
    });
    tokio::select! {
        biased;
        Some(error) = errors.recv() => Err(error),
        results = all => results.expect("save does not panic").into_iter().collect(),
    }
}
