//! Wrong: the first `?` on a handle speaks of the task, and a `String` cannot be made of a `JoinError`.
//! Earns: does not compile

use crate::save;

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let handles: Vec<_> = files.iter().map(|file| tokio::spawn(save(file))).collect();
    let mut sizes = Vec::new();
    for handle in handles {
        sizes.push(handle.await??);
    }
    Ok(sizes)
}
