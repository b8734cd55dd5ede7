//! Wrong: the tasks borrow the client and the pages of the function that spawns them.
//! Earns: does not compile

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
        for site in &sites {
            fetches.spawn(fetch(&self.client, site));
        }
        fetches.join_all().await;
    }
}

async fn fetch(client: &Client, site: &Site) {
    let response = client.get(&site.url).send().await.expect("the server answers");
    match response.error_for_status() {
        Ok(response) => {
            response.text().await.expect("a body");
            finished(site.label);
        }
        Err(error) => failed(site.label, error.status().expect("a status")),
    }
}
