//! Asks your cache for pages: two callers for the same page and one for another, all at the same time; then
//! one who comes later. Read it; it is not yours to change.

mod exercise;

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

/// Fetches a page, which takes a second, and prints that it does.
#[tracing::instrument]
pub async fn fetch(name: &str) -> String {
    println!("fetches {name}");
    sleep(Duration::from_secs(1)).await;
    format!("the page {name}")
}

async fn ask(who: &str, name: &str, cache: Arc<exercise::Cache>) {
    let page: String = cache.get(name).await;
    println!("{who} has {page}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let cache = Arc::new(exercise::Cache::new());
    let ann = tokio::spawn(ask("Ann", "home", cache.clone()));
    let bob = tokio::spawn(ask("Bob", "home", cache.clone()));
    let cleo = tokio::spawn(ask("Cleo", "news", cache.clone()));
    sleep(Duration::from_millis(500)).await;
    let dan = tokio::spawn(ask("Dan", "home", cache.clone()));
    for caller in [ann, bob, cleo, dan] {
        caller.await.expect("asking does not panic");
    }
    sleep(Duration::from_millis(1500)).await;
    ask("Eve", "home", cache).await;
}
