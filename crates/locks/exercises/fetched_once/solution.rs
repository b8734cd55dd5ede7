//! The map is locked for an instant, to find the place of the page, or to make it. Each place is a `OnceCell`:
//! the first to ask fills it, and who comes meanwhile waits for that one cell.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::OnceCell;

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, Arc<OnceCell<String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let page = self.pages.lock().unwrap().entry(name.to_owned()).or_default().clone();
        page.get_or_init(|| fetch(name)).await.clone()
    }
}
