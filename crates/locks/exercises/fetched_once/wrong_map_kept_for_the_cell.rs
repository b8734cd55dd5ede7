//! Wrong: with a cell for each page it does not matter how long the map is locked.
//! Earns: awaited in turn

use std::collections::HashMap;

use tokio::sync::{Mutex, OnceCell};

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, OnceCell<String>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let mut pages = self.pages.lock().await;
        let page = pages.entry(name.to_owned()).or_default();
        page.get_or_init(|| fetch(name)).await.clone()
    }
}
