//! Wrong: the response is asked for its JSON, and then once more for its text, as aiohttp allows.
//! Earns: does not compile

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    match response.json().await {
        Ok(data) => Ok(data),
        Err(_) => {
            let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
            Err(FetchError::Malformed(text))
        }
    }
}
