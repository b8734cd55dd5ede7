// Meant: two coroutines that count in one variable. asyncio would have let both change it.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut count = 0;
    tokio::join!(async { count += 1 }, async { count += 1 });
    println!("{count}");
}
