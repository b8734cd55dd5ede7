//! Wrong: an error in the middle of the body is taken for its end.
//! Earns: half a page

use reqwest::Client;

use crate::{complete, failed};

pub async fn read_page(client: Client, page: usize, url: String) {
    let Ok(mut response) = client.get(url).send().await else { return failed(page) };
    let mut bytes = 0;
    while let Ok(Some(chunk)) = response.chunk().await {
        bytes += chunk.len();
    }
    complete(page, bytes);
}
