//! Wrong: counts characters, as `len` does for a `str` of Python, where bytes are asked for.
//! Earns: wrong result

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let Ok(response) = client.get(url).send().await else { return failed(page) };
    match response.text().await {
        Ok(text) => complete(page, text.chars().count()),
        Err(_) => failed(page),
    }
}
