// Meant: the number. asyncio would have kept a coroutine object under its name, and failed later and somewhere else, or printed the object.
async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number: u32 = answer();
    println!("{number}");
}
