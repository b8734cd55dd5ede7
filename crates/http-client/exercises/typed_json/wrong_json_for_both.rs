//! Wrong: `response.json()` fails alike for a body that is cut and for one that is no JSON.
//! Earns: one error for two

use reqwest::Client;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await.map_err(|_| FetchError::Unreachable)?;
    let status = response.status();
    if !status.is_success() {
        let text = response.text().await.map_err(|_| FetchError::Unreachable)?;
        return Err(FetchError::Refused(status.as_u16(), text));
    }
    response.json().await.map_err(|_| FetchError::Malformed(String::new()))
}
