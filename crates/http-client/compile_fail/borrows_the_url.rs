// Meant: start a fetch and come back at once. asyncio would have kept the string for as long as the
// task lives; a spawned task may outlive the caller's string, so it must own its own.

use reqwest::Client;

fn start_fetch(client: Client, url: &str) {
    tokio::spawn(async move {
        let answer = client.get(url).send().await;
        println!("{}", answer.is_ok());
    });
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    start_fetch(Client::new(), "http://127.0.0.1/after/100");
}
