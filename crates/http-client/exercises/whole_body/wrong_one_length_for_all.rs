//! Wrong: the length of one page is taken for that of all.
//! Earns: wrong result

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let Ok(response) = client.get(url).send().await else { return failed(page) };
    match response.bytes().await {
        Ok(_) => complete(page, 12),
        Err(_) => failed(page),
    }
}
