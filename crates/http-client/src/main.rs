//! Three pages from one client, finished in the order in which the server answers.
//!
//!     cargo run -p http-client

use std::error::Error;

use http_client::server::Server;
use reqwest::Client;

/// A page: the name that is printed, and where it is fetched.
struct Site {
    label: String,
    url: String,
}

async fn fetch_data(client: Client, i: usize, site: Site) {
    println!("Starting {i} {}", site.label);
    match read_page(&client, &site.url).await {
        Ok(_) => println!("Finished {i} {}", site.label),
        Err(error) => println!("Failed {i} {}: {error:?}", site.label),
    }
}

async fn read_page(client: &Client, url: &str) -> Result<String, reqwest::Error> {
    let response = client.get(url).send().await?; // the headers are here
    response.error_for_status()?.text().await // the body is here
}

/// The pages named on the command line, or three that this program serves to itself.
fn sites(server: &Server) -> Vec<Site> {
    let urls: Vec<String> = std::env::args().skip(1).collect();
    if urls.is_empty() {
        return [("https://dev.to", 600), ("https://medium.com", 200), ("https://python.org", 400)]
            .map(|(label, ms)| Site {
                label: label.into(),
                url: server.url(&format!("/after/{ms}")),
            })
            .into();
    }
    if !cfg!(feature = "live") {
        eprintln!("URLs need the feature `live`: cargo run -p http-client --features live -- URL");
        std::process::exit(2);
    }
    urls.into_iter().map(|url| Site { label: url.clone(), url }).collect()
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    // One client, so one pool of connections. A clone of it is one more handle on that pool.
    let client = Client::builder().no_proxy().build()?; // this machine needs no HTTP_PROXY
    let mut fetches = Vec::new();
    for (n, site) in sites(&server).into_iter().enumerate() {
        fetches.push(tokio::spawn(fetch_data(client.clone(), n + 1, site)));
    }
    for fetch in fetches {
        fetch.await?;
    }
    Ok(())
}
