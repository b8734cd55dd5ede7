//! `send` is content with any answer. The status is data until the program asks for it.
//!
//!     cargo run -p http-client --example a_500_is_ok

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;

    // ANCHOR: requests
    let response = client.get(server.url("/broken")).send().await?;
    println!("status {}, body {}", response.status().as_u16(), response.text().await?);

    let response = client.get(server.url("/broken")).send().await?;
    match response.error_for_status() {
        Ok(_) => println!("finished"),
        Err(error) => println!("failed, status {}", error.status().expect("a status").as_u16()),
    }
    // ANCHOR_END: requests
    Ok(())
}
