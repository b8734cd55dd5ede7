//! Five ways in which a fetch fails, each an error of its own; and one fetch that goes well.
//!
//!     cargo run -p http-client --example five_failures

use std::error::Error;
use std::fmt;
use std::time::Duration;

use http_client::server::Server;
use reqwest::{Client, StatusCode};
use serde::Deserialize;

#[derive(Deserialize)]
struct Data {
    name: String,
}

// ANCHOR: fetch_error
#[derive(Debug)]
enum FetchError {
    Unreachable,
    TimedOut,
    Status(StatusCode),
    BodyCutShort,
    BadJson,
    Other(reqwest::Error),
}

impl From<reqwest::Error> for FetchError {
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            Self::TimedOut // asked first: a connection that takes too long is both
        } else if error.is_connect() {
            Self::Unreachable
        } else if let Some(status) = error.status() {
            Self::Status(status)
        } else if error.is_body() || error.is_decode() {
            Self::BodyCutShort
        } else {
            Self::Other(error)
        }
    }
}

async fn fetch_json(client: &Client, url: &str) -> Result<Data, FetchError> {
    let response = client.get(url).send().await?.error_for_status()?;
    // Two steps. `response.json()` reports a cut body and bad JSON alike, by `is_decode`.
    let body = response.bytes().await?;
    serde_json::from_slice(&body).map_err(|_| FetchError::BadJson)
}
// ANCHOR_END: fetch_error

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => f.write_str("unreachable"),
            Self::TimedOut => f.write_str("timed out"),
            Self::Status(status) => write!(f, "status {}", status.as_u16()),
            Self::BodyCutShort => f.write_str("body cut short"),
            Self::BadJson => f.write_str("bad JSON"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().timeout(Duration::from_millis(500)).build()?;
    let pages = [
        ("closed port", server.refusing_url()?),
        ("/after/5000", server.url("/after/5000")),
        ("/broken", server.url("/broken")),
        ("/cut", server.url("/cut")),
        ("/bad-json", server.url("/bad-json")),
        ("/json", server.url("/json")),
    ];
    for (page, url) in pages {
        match fetch_json(&client, &url).await {
            Ok(data) => println!("{page}: {}", data.name),
            Err(error) => println!("{page}: {error}"),
        }
    }
    Ok(())
}
