//! Wrong: whatever the server answers is a page.
//! Earns: status ignored

use reqwest::Client;
use tokio::task::JoinSet;

use crate::{Site, finished, new_client};

pub struct Browser {
    client: Client,
}

impl Browser {
    pub fn new() -> Self {
        Self { client: new_client() }
    }

    pub async fn fetch_all(&self, sites: Vec<Site>) {
        let mut fetches = JoinSet::new();
        for site in sites {
            fetches.spawn(fetch(self.client.clone(), site));
        }
        fetches.join_all().await;
    }
}

async fn fetch(client: Client, site: Site) {
    let response = client.get(site.url).send().await.expect("the server answers");
    response.text().await.expect("a body");
    finished(site.label);
}
