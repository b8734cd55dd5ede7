//! # Fetched once, and nobody waits for another page
//!
//! A cache of pages. `get` is called by many tasks at the same time, and a page is to be fetched once,
//! however many ask for it and whenever they do; one who asks while it is being fetched waits for it.
//! So it is, and all wait in one queue: Cleo, who wants `news`, waits until `home` is there.
//! Let every page be fetched at the same time as the others, and each of them once.
//! Ann and Bob ask for `home` at 0 s, Cleo for `news`, Dan for `home` at 0.5 s: all four have their page at
//! 1 s. Eve, who asks for `home` later, has it at once.
//! You have the crates `tokio` and `futures`. `Cache` is yours: change its fields as you like.
//!
//! **First step:** there are two things to protect here, the map and each page. Who needs which of them, and
//! for how long?
//!
//! **Before you go on:** let go of the lock during the fetch, and change nothing else. Who fetches then?
//!
//!     cargo xtask check fetched_once

use std::collections::HashMap;

use tokio::sync::Mutex;

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let mut pages = self.pages.lock().await;
        if let Some(page) = pages.get(name) {
            return page.clone();
        }
        let page = fetch(name).await;
        pages.insert(name.to_owned(), page.clone());
        page
    }
}
