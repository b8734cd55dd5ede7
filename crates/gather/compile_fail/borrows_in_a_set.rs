// Meant: a task for each address, in a loop. asyncio would have kept each address alive for its task.

use tokio::task::JoinSet;

async fn fetch_data(url: &str) -> usize {
    url.len()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut set = JoinSet::new();
    for n in 1..=3 {
        let url = format!("https://api.example.com/data{n}");
        set.spawn(fetch_data(&url));
    }
    println!("{:?}", set.join_all().await);
}
