//! Wrong: once the headers are here, what could go wrong with the body?
//! Earns: panicked

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    match client.get(url).send().await {
        Ok(response) => complete(page, response.bytes().await.unwrap().len()),
        Err(_) => failed(page),
    }
}
