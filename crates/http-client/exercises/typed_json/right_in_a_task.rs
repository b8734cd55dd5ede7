//! Right: the fetch in a task of its own, and the JSON read by hand from a `Value`.

use reqwest::Client;
use serde_json::Value;

use crate::{Data, FetchError};

pub async fn fetch_data(client: &Client, url: &str) -> Result<Data, FetchError> {
    let request = client.get(url).send();
    let fetch = tokio::spawn(async move {
        let response = request.await?;
        let status = response.status().as_u16();
        Ok::<_, reqwest::Error>((status, response.text().await?))
    });
    let Ok((status, text)) = fetch.await.expect("the fetch does not panic") else {
        return Err(FetchError::Unreachable);
    };
    if status >= 400 {
        return Err(FetchError::Refused(status, text));
    }
    let value: Value = serde_json::from_str(&text).unwrap_or_default();
    match value["name"].as_str() {
        Some(name) => Ok(Data { name: name.to_owned() }),
        None => Err(FetchError::Malformed(text)),
    }
}
