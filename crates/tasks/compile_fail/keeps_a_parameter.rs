// Meant: greet in the background. asyncio would have kept the string for as long as the task lives.

use tokio::task::JoinHandle;

fn greet_later(name: &str) -> JoinHandle<()> {
    tokio::spawn(async move { println!("Hello, {name}!") })
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let name = String::from("Alice");
    greet_later(&name).await.unwrap();
}
