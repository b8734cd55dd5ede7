//! Right: a client for the whole program, built when it is first asked for.

use std::sync::LazyLock;

use reqwest::Client;

use crate::{Site, failed, finished, new_client};

static CLIENT: LazyLock<Client> = LazyLock::new(new_client);

pub struct Browser;

impl Browser {
    pub fn new() -> Self {
        Self
    }

    pub async fn fetch_all(&self, sites: Vec<Site>) {
        let fetches: Vec<_> = sites.into_iter().map(|site| tokio::spawn(fetch(site))).collect();
        for fetch in fetches {
            fetch.await.expect("a fetch does not panic");
        }
    }
}

async fn fetch(site: Site) {
    let response = CLIENT.get(site.url).send().await.expect("the server answers");
    match response.error_for_status() {
        Ok(response) => {
            response.bytes().await.expect("a body");
            finished(site.label);
        }
        Err(error) => failed(site.label, error.status().expect("a status")),
    }
}
