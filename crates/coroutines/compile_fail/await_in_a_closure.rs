// Meant: `[await letters(name) for name in names]`. asyncio would have run it, one name after the other.
async fn letters(name: &str) -> usize {
    name.len()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let names = ["Alice", "Bob"];
    let lengths: Vec<usize> = names.into_iter().map(|name| letters(name).await).collect();
    println!("{lengths:?}");
}
