//! Wrong: look once more before the page is put into the map, and nobody puts it there twice.
//! Earns: fetched twice

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
        if let Some(page) = self.pages.lock().await.get(name) {
            return page.clone();
        }
        let page = fetch(name).await;
        self.pages.lock().await.entry(name.to_owned()).or_insert(page).clone()
    }
}
