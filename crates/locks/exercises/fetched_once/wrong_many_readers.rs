//! Wrong: an RwLock lets everybody in who does not write.
//! Earns: awaited in turn

use std::collections::HashMap;

use tokio::sync::RwLock;

use crate::fetch;

pub struct Cache {
    pages: RwLock<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: RwLock::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        if let Some(page) = self.pages.read().await.get(name) {
            return page.clone();
        }
        let mut pages = self.pages.write().await;
        if !pages.contains_key(name) {
            let page = fetch(name).await;
            pages.insert(name.to_owned(), page);
        }
        pages[name].clone()
    }
}
