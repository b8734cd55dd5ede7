//! Wrong: only an error of the server's own is taken for a refusal; a 404 is one too.
//! Earns: wrong result

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let status = response.status();
    let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
    if status.is_server_error() {
        return Err(FetchError::Refused(status.as_u16(), text));
    }
    serde_json::from_str(&text).map_err(|_| FetchError::Malformed(text))
}
