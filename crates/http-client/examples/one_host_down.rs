//! Nobody listens at the third address. Its fetch fails at once, the others finish.
//!
//!     cargo run -p http-client --example one_host_down

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;

// ANCHOR: fetch_data
async fn fetch_data(client: Client, i: usize, label: &str, url: String) {
    println!("Starting {i} {label}");
    match read_page(&client, &url).await {
        Ok(_) => println!("Finished {i} {label}"),
        Err(error) if error.is_connect() => println!("Failed {i} {label}: cannot connect"),
        Err(error) => println!("Failed {i} {label}: {error:?}"),
    }
}
// ANCHOR_END: fetch_data

async fn read_page(client: &Client, url: &str) -> Result<String, reqwest::Error> {
    client.get(url).send().await?.error_for_status()?.text().await
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;
    let sites = [
        ("https://dev.to", server.url("/after/600")),
        ("https://medium.com", server.url("/after/200")),
        ("https://python.org", server.refusing_url()?),
    ];
    let mut fetches = Vec::new();
    for (n, (label, url)) in sites.into_iter().enumerate() {
        fetches.push(tokio::spawn(fetch_data(client.clone(), n + 1, label, url)));
    }
    for fetch in fetches {
        fetch.await?;
    }
    Ok(())
}
