//! Two locks are kept over one sleep: std's would stop the thread, tokio's suspends who asks for it.
//!
//!     cargo run -p sleep-vs-blocking --example guard_over_an_await

use std::time::Duration;

use tokio::time::sleep;

#[tracing::instrument(skip_all)]
#[allow(clippy::await_holding_lock)] // clippy refuses what this program is about
async fn keep(plain: &std::sync::Mutex<()>, of_tokio: &tokio::sync::Mutex<()>) {
    let _plain = plain.lock().unwrap();
    let _of_tokio = of_tokio.lock().await;
    println!("keep: has both locks, and sleeps");
    sleep(Duration::from_secs(1)).await;
    println!("keep: lets go");
}

#[tracing::instrument(skip_all)]
async fn ask(plain: &std::sync::Mutex<()>, of_tokio: &tokio::sync::Mutex<()>) {
    if plain.try_lock().is_err() {
        println!("ask: the plain lock is taken, and not to be waited for");
    }
    let _of_tokio = of_tokio.lock().await;
    println!("ask: has the other lock");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (plain, of_tokio) = (std::sync::Mutex::new(()), tokio::sync::Mutex::new(()));
    tokio::join!(keep(&plain, &of_tokio), ask(&plain, &of_tokio));
}
