//! Wrong: std's lock is the quicker one.
//! Earns: does not compile

use std::collections::HashMap;
use std::sync::Mutex;

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, String>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let mut pages = self.pages.lock().unwrap();
        if !pages.contains_key(name) {
            let page = fetch(name).await;
            pages.insert(name.to_owned(), page);
        }
        pages[name].clone()
    }
}
