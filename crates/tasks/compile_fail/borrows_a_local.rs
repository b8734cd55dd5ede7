// Meant: a task that reads a variable of main. asyncio would have kept the variable alive for it.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let name = String::from("Alice");
    let task = tokio::spawn(async { println!("Hello, {name}!") });
    task.await.unwrap();
}
