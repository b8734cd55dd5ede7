// Meant: log the text, then parse it. asyncio would have given both: aiohttp keeps the body that it
// has read and hands it out again; reqwest hands it over.

use reqwest::Client;
use serde_json::Value;

async fn fetch_data(client: &Client, url: &str) -> Result<Value, reqwest::Error> {
    let response = client.get(url).send().await?;
    println!("{}", response.text().await?);
    response.json().await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let data = fetch_data(&Client::new(), "http://127.0.0.1/json").await;
    println!("{data:?}");
}
