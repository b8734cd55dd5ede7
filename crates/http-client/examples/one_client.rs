//! A client holds a pool of connections: one client uses one again, a client for each request
//! connects each time.
//!
//!     cargo run -p http-client --example one_client

use std::collections::HashSet;
use std::error::Error;
use std::time::Duration;

use http_client::server::Server;
use reqwest::Client;
use tokio::time::sleep;

fn new_client() -> Result<Client, reqwest::Error> {
    Client::builder().no_proxy().build()
}

/// The number of the connection that carried the request.
async fn connection(client: &Client, url: &str) -> Result<String, reqwest::Error> {
    let number = client.get(url).send().await?.text().await?;
    sleep(Duration::from_millis(100)).await; // the connection goes back to the pool
    Ok(number)
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let url = server.url("/connection");

    let client = new_client()?;
    let mut connections = HashSet::new();
    for _ in 0..3 {
        connections.insert(connection(&client, &url).await?);
    }
    println!("one client, 3 requests: {} connection", connections.len());

    let mut connections = HashSet::new();
    for _ in 0..3 {
        connections.insert(connection(&new_client()?, &url).await?);
    }
    println!("3 clients, 3 requests: {} connections", connections.len());
    Ok(())
}
