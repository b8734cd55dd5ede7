//! Wrong: a body that came is taken for a body that can be read.
//! Earns: panicked

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let status = response.status();
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    if !status.is_success() {
        return Err(FetchError::Refused(status.as_u16(), text));
    }
    Ok(serde_json::from_str(&text).unwrap())
}
