//! Wrong: the body is asked for and not awaited.
//! Earns: does not compile

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    match client.get(url).send().await {
        Ok(response) => complete(page, response.text().len()),
        Err(_) => failed(page),
    }
}
