//! `send` ends at the headers, `bytes` at the end of the body, and each may fail. In the inner function
//! `?` gathers both failures; `read_page` reports what became of the whole.

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    match length_of_body(client, url).await {
        Ok(bytes) => complete(page, bytes),
        Err(_) => failed(page),
    }
}

async fn length_of_body(client: Client, url: String) -> Result<usize, reqwest::Error> {
    let response = client.get(url).send().await?;
    Ok(response.bytes().await?.len())
}
