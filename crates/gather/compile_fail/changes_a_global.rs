// Meant: coroutines that count in a global. asyncio would have let them: `global COUNT` in each.

static mut COUNT: u32 = 0;

async fn fetch_data() {
    COUNT += 1;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::join!(fetch_data(), fetch_data());
}
