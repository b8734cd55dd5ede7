//! Wrong: the error comes as it should, and without one the sizes come in the order in which they end.
//! Earns: wrong result

use tokio::task::JoinSet;

use crate::save;

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let mut set: JoinSet<_> = files.iter().map(|file| save(file)).collect();
    let mut sizes = Vec::new();
    while let Some(saved) = set.join_next().await {
        match saved.expect("save does not panic") {
            Ok(size) => sizes.push(size),
            Err(error) => {
                set.detach_all();
                return Err(error);
            }
        }
    }
    Ok(sizes)
}
