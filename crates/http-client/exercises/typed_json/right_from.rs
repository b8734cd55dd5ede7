//! Right: a `From`, so that `?` converts, which an `except` clause does in one place as well.

use reqwest::{Client, StatusCode};

use crate::{Data, FetchError};

impl From<reqwest::Error> for FetchError {
    fn from(_: reqwest::Error) -> Self {
        Self::Unreachable
    }
}

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let (status, body) = read(client, url).await?;
    let text = || String::from_utf8_lossy(&body).into_owned();
    match status {
        StatusCode::OK => serde_json::from_slice(&body).or(Err(FetchError::Malformed(text()))),
        _ => Err(FetchError::Refused(status.as_u16(), text())),
    }
}

async fn read(client: &Client, url: &str) -> Result<(StatusCode, Vec<u8>), reqwest::Error> {
    let response = client.get(url).send().await?;
    Ok((response.status(), response.bytes().await?.to_vec()))
}
