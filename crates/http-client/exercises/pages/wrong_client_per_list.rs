//! Wrong: one client for each list; the second list finds an empty pool.
//! Earns: connection per request

use reqwest::Client;
use tokio::task::JoinSet;

use crate::{Site, failed, finished, new_client};

pub struct Browser;

impl Browser {
    pub fn new() -> Self {
        Self
    }

    pub async fn fetch_all(&self, sites: Vec<Site>) {
        let client = new_client();
        let mut fetches = JoinSet::new();
        for site in sites {
            fetches.spawn(fetch(client.clone(), site));
        }
        fetches.join_all().await;
    }
}

async fn fetch(client: Client, site: Site) {
    let response = client.get(site.url).send().await.expect("the server answers");
    match response.error_for_status() {
        Ok(response) => {
            response.text().await.expect("a body");
            finished(site.label);
        }
        Err(error) => failed(site.label, error.status().expect("a status")),
    }
}
