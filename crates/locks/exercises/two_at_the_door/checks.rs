//! Lets Ann and Bob come to the door, reads the journal, and asks what stopped. Read it; it is not yours to
//! change.

mod exercise;

use std::time::Duration;

use tokio::time::sleep;

/// What stands still when your first program hangs.
pub enum Stopped {
    /// Ann: her sleep never ends.
    Ann,
    /// Bob alone: he waits, and the rest could go on.
    Bob,
    /// The one thread that would have to poll Ann again.
    TheThread,
    /// The runtime: it waits for a task that nobody spawned.
    TheRuntime,
}

/// Walks to the door: Ann is there after 1 s, Bob after 1.5 s.
#[tracing::instrument]
pub async fn walk(name: &str) {
    let millis = if name == "Ann" { 1000 } else { 1500 };
    sleep(Duration::from_millis(millis)).await;
    println!("{name} is at the door");
}

/// Waits until the door is opened; takes a second.
#[tracing::instrument]
pub async fn door_opens(name: &str) {
    sleep(Duration::from_secs(1)).await;
    println!("the door opens for {name}");
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let journal: Vec<String> = exercise::two_visits().await;
    println!("journal: {}", journal.join(", "));
    let stopped = match exercise::STOPPED {
        Stopped::Ann => "Ann, whose sleep never ends",
        Stopped::Bob => "Bob alone",
        Stopped::TheThread => "the thread, which Ann needs too",
        Stopped::TheRuntime => "the runtime, which waits for a task",
    };
    println!("it hung because of: {stopped}");
}
