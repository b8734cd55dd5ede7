// Meant: the greeting in capitals. asyncio would have raised `AttributeError: 'coroutine' object has no attribute 'upper'`.
async fn greeting(name: &str) -> String {
    format!("Hello, {name}!")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", greeting("Alice").to_uppercase());
}
