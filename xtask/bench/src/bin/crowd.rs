//! A crowd of tasks, each of which is sent messages, and what it cost to run them.
//!
//!     crowd TASKS ALIVE ROUNDS [print]
//!
//! TASKS tasks, ALIVE of them at a time, wait for ROUNDS messages each. The cost goes to stderr.
use std::env;

use bench::Cost;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, yield_now};

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    if env::var_os(bench::CONSOLE).is_some() {
        console_subscriber::ConsoleLayer::builder().server_addr(([127, 0, 0, 1], 0)).init();
    }
    let size = bench::Size::of_arguments(env::args().skip(1));
    let before = Cost::so_far();
    let mut begun = 0;
    while begun < size.tasks {
        let now = size.alive.min(size.tasks - begun);
        crowd(begun, now, &size).await;
        begun += now;
    }
    eprintln!("{}", Cost::so_far().since(&before));
}

async fn crowd(first: usize, number: usize, size: &bench::Size) {
    let tasks: Vec<(mpsc::Sender<usize>, JoinHandle<()>)> = (first..first + number)
        .map(|name| {
            let (sender, inbox) = mpsc::channel(1);
            (sender, tokio::spawn(reader(name, inbox, size.rounds, size.prints)))
        })
        .collect();
    yield_now().await;
    for round in 0..size.rounds {
        for (sender, _) in &tasks {
            sender.send(round).await.expect("it still reads");
        }
        yield_now().await;
    }
    for (_, task) in tasks {
        task.await.expect("it does not panic");
    }
}

async fn reader(name: usize, mut inbox: mpsc::Receiver<usize>, rounds: usize, prints: bool) {
    let mut sum = 0;
    for _ in 0..rounds {
        sum += inbox.recv().await.expect("it is sent so many");
    }
    if prints {
        println!("{name}: {sum}");
    }
}
