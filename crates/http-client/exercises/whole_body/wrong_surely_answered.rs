//! Wrong: only a body can fail; that nobody answers at all is not thought of.
//! Earns: panicked

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let response = client.get(url).send().await.expect("the server answers");
    match response.bytes().await {
        Ok(body) => complete(page, body.len()),
        Err(_) => failed(page),
    }
}
