// Meant: a task and its maker that read one string. asyncio would have given each a reference to it.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let name = String::from("Alice");
    let task = tokio::spawn(async move { println!("Hello, {name}!") });
    println!("{name} is greeted");
    task.await.unwrap();
}
