//! Wrong: the body is read by a task, and reported while the task waits for it.
//! Earns: at the headers

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let Ok(response) = client.get(url).send().await else { return failed(page) };
    let bytes = response.content_length().unwrap_or(0);
    let body = tokio::spawn(response.bytes());
    complete(page, bytes as usize);
    let _ = body.await;
}
