//! Has your `fetch_data` fetch a good page and six bad ones. Read it; it is not yours to change.

mod exercise;

#[path = "../apart.rs"]
mod apart;

use std::time::Duration;

use reqwest::Client;
use serde::Deserialize;
use tokio::time::sleep;

use crate::apart::Apart;
use crate::exercise::fetch_data;

/// What a good page holds.
#[derive(Debug, Deserialize)]
pub struct Data {
    /// A name.
    pub name: String,
}

/// Why there is no `Data`.
#[derive(Debug, PartialEq)]
pub enum FetchError {
    /// Nobody answered, or the answer broke off.
    Unreachable,
    /// The server answered with this status, which is none of success, and this text.
    Refused(u16, String),
    /// The answer came whole, and this text is no JSON that a `Data` can be read from.
    Malformed(String),
}

async fn show(page: &str, client: &Client, url: &str) {
    match fetch_data(client, url).await {
        Ok(data) => println!("{page}: the name is {:?}", data.name),
        Err(error) => println!("{page}: {error:?}"),
    }
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let server = Apart::start().await;
    let client = Client::builder().no_proxy().pool_idle_timeout(None).build().expect("a client");
    // The page of `/connection` is the number of the connection: JSON, and no `Data`.
    for page in ["/json", "/connection", "/broken", "/bad-json", "/nowhere", "/cut"] {
        show(page, &client, &server.url(page)).await;
    }
    let nowhere = server.url("/json");
    server.stop();
    show("stopped server", &client, &nowhere).await;
    drop(client);
    sleep(Duration::from_millis(100)).await; // the client's connections close
}
