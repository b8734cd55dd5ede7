//! Wrong: what is JSON is taken for a `Data`.
//! Earns: panicked

use reqwest::Client;
use serde_json::Value;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let status = response.status();
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    if !status.is_success() {
        return Err(FetchError::Refused(status.as_u16(), text));
    }
    let Ok(value) = serde_json::from_str::<Value>(&text) else {
        return Err(FetchError::Malformed(text));
    };
    Ok(serde_json::from_value(value).expect("a name"))
}
