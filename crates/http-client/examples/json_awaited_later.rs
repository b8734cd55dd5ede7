//! A response is a value. The future that reads its body owns it, and may be awaited anywhere.
//!
//!     cargo run -p http-client --example json_awaited_later

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;
use serde_json::Value;

type Fetched<T> = Result<T, reqwest::Error>;

async fn fetch_data(client: Client, url: String) -> Fetched<impl Future<Output = Fetched<Value>>> {
    let response = client.get(url).send().await?;
    println!("status {}", response.status().as_u16());
    Ok(response.json()) // not awaited here
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;
    let json = fetch_data(client, server.url("/json")).await?;
    println!("fetch_data is over");
    match json.await {
        Ok(data) => println!("the JSON is {data}"),
        Err(error) => println!("failed: {error}"),
    }
    Ok(())
}
