// Meant: three tasks that read one string. asyncio would have given each a reference to it.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let greeting = String::from("Hello");
    for name in ["Alice", "Bob", "Carol"] {
        tokio::spawn(async move { println!("{greeting}, {name}!") });
    }
}
