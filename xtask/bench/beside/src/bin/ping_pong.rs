//! N pairs of tasks; each pair sends a message to and fro 100 times, over two channels of one place.

use beside::{Size, measured};
use tokio::sync::mpsc::{Receiver, Sender, channel};

const TRIPS: usize = 100;

fn main() {
    measured(ping_pong);
}

async fn ping_pong(Size { n, .. }: Size) {
    let mut tasks = Vec::new();
    for _ in 0..n {
        let (to, at_pong) = channel(1);
        let (fro, at_ping) = channel(1);
        tasks.push(tokio::spawn(pong(at_pong, fro)));
        tasks.push(tokio::spawn(ping(to, at_ping)));
    }
    for task in tasks {
        task.await.expect("it does not panic");
    }
}

async fn ping(to: Sender<usize>, mut inbox: Receiver<usize>) {
    for trip in 0..TRIPS {
        to.send(trip).await.expect("the other reads");
        assert_eq!(inbox.recv().await, Some(trip));
    }
}

async fn pong(mut inbox: Receiver<usize>, fro: Sender<usize>) {
    for _ in 0..TRIPS {
        let trip = inbox.recv().await.expect("the other sends");
        fro.send(trip).await.expect("the other reads");
    }
}
