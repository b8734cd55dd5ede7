//! Wrong: all links are fetched before `follow` asks; which pages it will ask about is not known so early.
//! Earns: fetched beforehand

use std::collections::HashMap;

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    let mut links = HashMap::new();
    let mut next = Some(start.clone());
    while let Some(page) = next {
        next = link(&page).await;
        links.insert(page, next.clone());
    }
    follow(start, |page| links[page].clone())
}
