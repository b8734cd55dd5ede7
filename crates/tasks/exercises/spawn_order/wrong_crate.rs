//! Wrong: `gather` is `join_all`, which this lesson does not link, and which makes no task.
//! Earns: does not compile

use futures::future::join_all;

use crate::count_words;

pub async fn count_all(files: Vec<String>) -> Vec<usize> {
    join_all(files.into_iter().map(count_words)).await
}
