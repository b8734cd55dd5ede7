//! Wrong: the tasks are spawned, and `fetch_all` is over at once.
//! Earns: handle dropped

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
            tokio::spawn(fetch(self.client.clone(), site));
        }
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
