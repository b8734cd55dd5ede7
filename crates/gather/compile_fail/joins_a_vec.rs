// Meant: wait for a list of futures. asyncio would have taken the list: `gather(*futures)`.

async fn fetch_data(url: &str) -> usize {
    url.len()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let futures: Vec<_> = ["https://a.example", "https://b.example"].map(fetch_data).into();
    tokio::join!(futures);
}
