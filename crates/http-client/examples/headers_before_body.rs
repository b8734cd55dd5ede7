//! `send` ends when the headers are here. By its headers page 1 is first, by its body it is last.
//!
//!     cargo run -p http-client --example headers_before_body

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;

async fn fetch_data(client: Client, i: usize, url: String) -> Result<(), reqwest::Error> {
    let response = client.get(url).send().await?;
    println!("Headers {i}");
    response.text().await?;
    println!("Body {i}");
    Ok(())
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;
    // The headers of page 1 come at once, its body 300 ms later. Page 2 comes whole, after 150 ms.
    let first = tokio::spawn(fetch_data(client.clone(), 1, server.url("/held/300")));
    let second = tokio::spawn(fetch_data(client, 2, server.url("/after/150")));
    first.await??;
    second.await??;
    Ok(())
}
