//! Wrong: an async closure, which gives a future where `follow` wants the page.
//! Earns: does not compile

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, async |page| link(page).await)
}
