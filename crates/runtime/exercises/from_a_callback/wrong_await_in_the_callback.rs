//! Wrong: `.await` in a plain closure.
//! Earns: does not compile

use crate::{follow, link};

pub async fn trail(start: String) -> Vec<String> {
    follow(start, |page| link(page).await)
}
