//! Wrong: `error_for_status` makes an error of the 500, and drops what the server had to say.
//! Earns: words lost

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let response = response.error_for_status().map_err(|error| {
        let status = error.status().expect("a status");
        FetchError::Refused(status.as_u16(), error.to_string())
    })?;
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    serde_json::from_str(&text).map_err(|_| FetchError::Malformed(text))
}
