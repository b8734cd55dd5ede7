//! Lets your `serve` serve eight clients, then one. All of them stand at the door from the beginning; the
//! third and the fifth break off. Read it; it is not yours to change.

mod exercise;

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::time::sleep;

static OPEN: AtomicUsize = AtomicUsize::new(0);
static MOST_OPEN: AtomicUsize = AtomicUsize::new(0);
static HANDLED: AtomicUsize = AtomicUsize::new(0);
static AT_ONCE: AtomicUsize = AtomicUsize::new(0);

/// Where the clients arrive.
pub struct Listener {
    clients: std::vec::IntoIter<u64>,
}

impl Listener {
    /// The next client, when there is one; nothing when the door is shut.
    pub async fn accept(&mut self) -> Option<Connection> {
        let wants = self.clients.next()?;
        MOST_OPEN.fetch_max(OPEN.fetch_add(1, SeqCst) + 1, SeqCst);
        Some(Connection { wants })
    }
}

/// A connection is open until it is dropped.
#[derive(Debug)]
pub struct Connection {
    wants: u64,
}

impl Drop for Connection {
    fn drop(&mut self) {
        OPEN.fetch_sub(1, SeqCst);
    }
}

/// The client went away.
#[derive(Debug)]
pub struct BrokenOff;

/// Gives the client what it wants, as far as it stays, and closes the connection.
pub async fn handle(connection: Connection) -> Result<(), BrokenOff> {
    AT_ONCE.fetch_max(HANDLED.fetch_add(1, SeqCst) + 1, SeqCst);
    sleep(Duration::from_millis(connection.wants)).await;
    HANDLED.fetch_sub(1, SeqCst);
    if connection.wants == 50 { Err(BrokenOff) } else { Ok(()) }
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    for clients in [vec![300, 100, 50, 150, 50, 200, 100, 200], vec![100]] {
        MOST_OPEN.store(0, SeqCst);
        AT_ONCE.store(0, SeqCst);
        let name = if clients.len() == 1 { "one client" } else { "eight clients" };
        exercise::serve(Listener { clients: clients.into_iter() }).await;
        println!("{name}: {} still open", OPEN.load(SeqCst));
        println!("{name}: at most {} handled at once", AT_ONCE.load(SeqCst));
        println!("{name}: at most {} open", MOST_OPEN.load(SeqCst));
    }
}
