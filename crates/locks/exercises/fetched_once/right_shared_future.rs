//! Right: what is kept is the fetch itself, a future that many may await.

use std::collections::HashMap;
use std::sync::Mutex;

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, Shared<BoxFuture<'static, String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    pub async fn get(&self, name: &str) -> String {
        let page = {
            let mut pages = self.pages.lock().unwrap();
            let name = name.to_owned();
            let fetched = || {
                let name = name.clone();
                async move { fetch(&name).await }.boxed().shared()
            };
            pages.entry(name.clone()).or_insert_with(fetched).clone()
        };
        page.await
    }
}
