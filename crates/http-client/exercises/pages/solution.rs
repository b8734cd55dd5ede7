//! One client for the program: it lives in the `Browser`, and each task has a clone, which is one more
//! handle on the same pool. `error_for_status` makes an error of a 500.

use reqwest::Client;
use tokio::task::JoinSet;

use crate::{Site, failed, finished, new_client};

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
    match read_page(&client, &site.url).await {
        Ok(_) => finished(site.label),
        Err(error) => failed(site.label, error.status().expect("the server answers")),
    }
}

async fn read_page(client: &Client, url: &str) -> Result<String, reqwest::Error> {
    client.get(url).send().await?.error_for_status()?.text().await
}
