//! N requests from one client, 100 at a time. The port of the server comes last on the command line.

use std::sync::Arc;

use beside::{Size, measured};
use reqwest::Client;
use tokio::sync::Semaphore;

const AT_A_TIME: usize = 100;

fn main() {
    measured(fetch_all);
}

async fn fetch_all(Size { n, extra: port }: Size) {
    let client = Client::builder().no_proxy().build().expect("a client");
    let url: Arc<str> = format!("http://127.0.0.1:{port}/").into();
    let permits = Arc::new(Semaphore::new(AT_A_TIME));
    let fetch = |_| tokio::spawn(fetch(client.clone(), Arc::clone(&url), Arc::clone(&permits)));
    let tasks: Vec<_> = (0..n).map(fetch).collect();
    for task in tasks {
        assert_eq!(task.await.expect("it does not panic"), r#"{"name":"data"}"#);
    }
}

async fn fetch(client: Client, url: Arc<str>, permits: Arc<Semaphore>) -> String {
    let _permit = permits.acquire().await.expect("it is not closed");
    let response = client.get(&*url).send().await.expect("an answer");
    response.text().await.expect("a body")
}
