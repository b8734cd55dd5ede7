//! Wrong: the document's fetch; `json()` is called and not awaited.
//! Earns: does not compile

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    response.json().map_err(|_| FetchError::Unreachable)
}
