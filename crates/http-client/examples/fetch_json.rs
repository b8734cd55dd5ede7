//! One page of JSON, read into a type. Prints nothing: it ends well if the JSON that came back is
//! the server's.
//!
//!     cargo run -p http-client --example fetch_json

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq)]
struct Data {
    name: String,
}

async fn fetch_data(client: &Client, url: &str) -> Result<Data, reqwest::Error> {
    let response = client.get(url).send().await?.error_for_status()?;
    response.json().await
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;
    let data = fetch_data(&client, &server.url("/json")).await?;
    assert_eq!(data, Data { name: "data".to_owned() });
    Ok(())
}
