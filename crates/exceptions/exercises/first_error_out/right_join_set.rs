//! Right: a `JoinSet` that lets its tasks go before it is dropped.

use tokio::task::JoinSet;

use crate::save;

pub async fn save_all(files: &[&'static str]) -> Result<Vec<u32>, String> {
    let mut set = JoinSet::new();
    for (place, &file) in files.iter().enumerate() {
        set.spawn(async move { (place, save(file).await) });
    }
    let mut sizes = vec![0; files.len()];
    while let Some(saved) = set.join_next().await {
        let (place, result) = saved.expect("save does not panic");
        match result {
            Ok(size) => sizes[place] = size,
            Err(error) => {
                set.detach_all();
                return Err(error);
            }
        }
    }
    Ok(sizes)
}
