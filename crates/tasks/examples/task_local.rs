//! A task-local has a value inside its scope, and `spawn` leads out of the scope.
//!
//!     cargo run -p tasks --example task_local

tokio::task_local! {
    static REQUEST: &'static str;
}

async fn show(who: &str) {
    match REQUEST.try_with(|request| *request) {
        Ok(request) => println!("{who}: {request}"),
        Err(_) => println!("{who}: no request"), // AccessError; `get` would panic
    }
}

async fn handle() {
    show("awaited").await;

    tokio::spawn(show("spawned")).await.unwrap();

    let request = REQUEST.get();
    tokio::spawn(REQUEST.scope(request, show("handed on"))).await.unwrap();
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    REQUEST.scope("request 7", handle()).await;
    show("afterwards").await;
}
