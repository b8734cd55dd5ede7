// Meant: the number. asyncio hands on a coroutine object, and the failure comes later and somewhere else.
async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number: u32 = answer();
    println!("{number}");
}
