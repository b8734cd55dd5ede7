//! Has your `Browser` fetch three pages twice, and counts the connections that it takes. Read it; it
//! is not yours to change.

mod exercise;

#[path = "../apart.rs"]
mod apart;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use reqwest::{Client, StatusCode};
use tokio::time::sleep;

use crate::apart::Apart;
use crate::exercise::Browser;

/// A page.
#[derive(Clone, Debug)]
pub struct Site {
    /// What it is called.
    pub label: &'static str,
    /// Where it is fetched.
    pub url: String,
}

/// A client, with a pool of connections that is its own.
pub fn new_client() -> Client {
    // This machine needs no HTTP_PROXY.
    Client::builder().no_proxy().pool_idle_timeout(None).build().expect("a client")
}

static REPORTED: AtomicUsize = AtomicUsize::new(0);

/// To be called when the body of a page is here.
pub fn finished(label: &str) {
    println!("Finished {label}");
    REPORTED.fetch_add(1, Ordering::Relaxed);
}

/// To be called when the server refuses a page.
pub fn failed(label: &str, status: StatusCode) {
    println!("Failed {label}: status {}", status.as_u16());
    REPORTED.fetch_add(1, Ordering::Relaxed);
}

/// How many connections there have been: the next one's number, less one.
async fn connections(server: &Apart) -> u64 {
    let answer = new_client().get(server.url("/connection")).send().await.expect("an answer");
    let number: u64 = answer.text().await.expect("a body").parse().expect("a number");
    number - 1
}

#[meanwhile::main(flavor = "current_thread", clock = "real")]
async fn main() {
    let server = Apart::start().await;
    let browser = Browser::new();
    // The second time, one of the three is broken.
    for paths in
        [["/after/600", "/after/200", "/after/400"], ["/after/600", "/after/200", "/broken"]]
    {
        let labels = ["https://dev.to", "https://medium.com", "https://python.org"];
        let site = |(label, path)| Site { label, url: server.url(path) };
        browser.fetch_all(labels.into_iter().zip(paths).map(site).collect()).await;
        println!("fetch_all is over, pages reported: {}", REPORTED.swap(0, Ordering::Relaxed));
        sleep(Duration::from_millis(200)).await;
    }
    println!("connections: {}", connections(&server).await);
    server.stop();
    sleep(Duration::from_millis(100)).await; // the clients notice
}
