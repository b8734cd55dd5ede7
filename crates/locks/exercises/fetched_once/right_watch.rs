//! Right: the first to ask leaves a receiver in the map and sends the page; the others wait for it.

use std::collections::HashMap;
use std::sync::Mutex;

use tokio::sync::watch;

use crate::fetch;

pub struct Cache {
    pages: Mutex<HashMap<String, watch::Receiver<Option<String>>>>,
}

impl Cache {
    pub fn new() -> Self {
        Self { pages: Mutex::new(HashMap::new()) }
    }

    fn place(
        &self,
        name: &str,
    ) -> (watch::Receiver<Option<String>>, Option<watch::Sender<Option<String>>>) {
        let mut pages = self.pages.lock().unwrap();
        if let Some(page) = pages.get(name) {
            return (page.clone(), None);
        }
        let (sender, receiver) = watch::channel(None);
        pages.insert(name.to_owned(), receiver.clone());
        (receiver, Some(sender))
    }

    pub async fn get(&self, name: &str) -> String {
        let (mut page, sender) = self.place(name);
        if let Some(sender) = sender {
            sender.send_replace(Some(fetch(name).await));
        }
        let page = page.wait_for(Option::is_some).await.expect("the first sends");
        page.clone().expect("it is there")
    }
}
