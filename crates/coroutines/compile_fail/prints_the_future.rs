// Meant: a line with the number. asyncio would have printed `<coroutine object answer at 0x…>` in its place, and warned.
async fn answer() -> u32 {
    42
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("The answer is {}", answer());
}
