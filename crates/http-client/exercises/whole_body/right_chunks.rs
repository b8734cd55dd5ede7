//! Right: piece by piece; the body is over at `None`, and an error is no end.

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let Ok(mut response) = client.get(url).send().await else { return failed(page) };
    let mut bytes = 0;
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => bytes += chunk.len(),
            Ok(None) => return complete(page, bytes),
            Err(_) => return failed(page),
        }
    }
}
