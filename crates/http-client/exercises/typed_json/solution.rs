//! Three steps that can fail, each with an error of its own: the headers, the body, the JSON. The status
//! is looked at and not made an error of, because `error_for_status` drops the body that came with it.

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let status = response.status();
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    if !status.is_success() {
        return Err(FetchError::Refused(status.as_u16(), text));
    }
    serde_json::from_str(&text).map_err(|_| FetchError::Malformed(text))
}
