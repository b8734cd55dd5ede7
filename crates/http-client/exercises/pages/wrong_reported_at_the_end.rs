//! Wrong: the pages are reported when all of them are here, in the order of the list.
//! Earns: too late

use reqwest::{Client, StatusCode};
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
        for (label, status) in fetches.join_all().await {
            if status.is_success() { finished(label) } else { failed(label, status) }
        }
    }
}

async fn fetch(client: Client, site: Site) -> (&'static str, StatusCode) {
    let response = client.get(site.url).send().await.expect("the server answers");
    let status = response.status();
    response.text().await.expect("a body");
    (site.label, status)
}
