//! The lesson's server, on a thread and a runtime of its own: its tasks are none of the exercise's.

use std::thread::{self, JoinHandle};

use tokio::runtime::Builder;
use tokio::sync::oneshot;

#[allow(dead_code, reason = "it can do more than the exercises need")]
#[path = "../src/server.rs"]
mod server;

use server::Server;

async fn serve(tell: oneshot::Sender<String>, stopped: oneshot::Receiver<()>) {
    let server = Server::start().await.expect("a free port");
    tell.send(server.url("")).expect("the checks wait for it");
    let _ = stopped.await; // Err if the checks are gone
}

/// A server that runs until it is told to stop.
pub struct Apart {
    url: String,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Apart {
    /// Starts it.
    pub async fn start() -> Self {
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = oneshot::channel();
        let thread = thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(serve(tell, stopped));
        });
        let url = told.await.expect("the server starts");
        Self { url, stop, thread }
    }

    /// The URL of a path on the server.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// Closes all connections.
    pub fn stop(self) {
        let _ = self.stop.send(());
        self.thread.join().expect("the server does not panic");
    }
}
