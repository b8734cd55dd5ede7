//! Wrong: the loop of `follow` is written once more, as async code.
//! Earns: library left out

use crate::link;

pub async fn trail(start: String) -> Vec<String> {
    let mut pages = vec![start];
    while let Some(next) = link(&pages[pages.len() - 1]).await {
        pages.push(next);
    }
    pages
}
