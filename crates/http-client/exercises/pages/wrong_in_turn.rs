//! Wrong: one client, and each page waits for the page before it.
//! Earns: awaited in turn

use reqwest::Client;

use crate::{Site, failed, finished, new_client};

pub struct Browser {
    client: Client,
}

impl Browser {
    pub fn new() -> Self {
        Self { client: new_client() }
    }

    pub async fn fetch_all(&self, sites: Vec<Site>) {
        for site in sites {
            let response = self.client.get(site.url).send().await.expect("the server answers");
            match response.error_for_status() {
                Ok(response) => {
                    response.text().await.expect("a body");
                    finished(site.label);
                }
                Err(error) => failed(site.label, error.status().expect("a status")),
            }
        }
    }
}
