//! Right: the fetch in a task of its own, whose result is awaited.

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let fetch = tokio::spawn(async move { client.get(url).send().await?.text().await });
    match fetch.await.expect("the fetch does not panic") {
        Ok(text) => complete(page, text.len()),
        Err(_) => failed(page),
    }
}
