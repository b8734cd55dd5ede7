// Meant: return the JSON of the response. asyncio would have returned a coroutine object, with exit
// code 0 and a RuntimeWarning.

use reqwest::Client;
use serde_json::Value;

async fn fetch_data(client: &Client, url: &str) -> Result<Value, reqwest::Error> {
    let response = client.get(url).send().await?;
    response.json()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let data = fetch_data(&Client::new(), "http://127.0.0.1/json").await;
    println!("{data:?}");
}
