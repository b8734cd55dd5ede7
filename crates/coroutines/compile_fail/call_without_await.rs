// Meant: a greeting. asyncio would have printed none, and warned while it ran: `coroutine 'greet' was never awaited`.
#![deny(unused_must_use)]

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    greet("Alice");
}
