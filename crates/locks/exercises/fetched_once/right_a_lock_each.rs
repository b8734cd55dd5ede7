//! Right: a lock of tokio's for each page, kept over its fetch; one of std's for the map, kept for an instant.

use std::collections::HashMap;
use std::sync::Arc;

use crate::fetch;

type Page = Arc<tokio::sync::Mutex<Option<String>>>;

pub struct Cache {
    pages: std::sync::Mutex<HashMap<String, Page>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: std::sync::Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let page = self.pages.lock().unwrap().entry(name.to_owned()).or_default().clone();
        let mut page = page.lock().await;
        if page.is_none() {
            *page = Some(fetch(name).await);
        }
        page.clone().expect("it has been fetched")
    }
}
