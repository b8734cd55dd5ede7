// Meant: to be written. asyncio would have done, to be written.

async fn one() -> u32 {
    1
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let one: u32 = one();
    println!("{one}");
}
