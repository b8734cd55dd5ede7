//! A chat room: three guests talk, the room passes on what each says, and closes when all have left.

use std::time::Duration;

use tokio::sync::{broadcast, mpsc};
use tokio::task::JoinSet;
use tokio::time::sleep;

/// What guests say to the room.
enum Said {
    Line(&'static str, &'static str),
    Left(&'static str),
}

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let (to_room, from_guests) = mpsc::channel(8);
    let (to_guests, _) = broadcast::channel(8);
    let mut guests = JoinSet::new();
    for (name, pause) in [("Ada", 1), ("Bo", 2), ("Cleo", 3)] {
        let hears = to_guests.subscribe();
        guests.spawn(guest(name, Duration::from_secs(pause), to_room.clone(), hears));
    }
    drop(to_room);
    let room = tokio::spawn(room(from_guests, to_guests));
    while let Some(heard) = guests.join_next().await {
        let (name, lines) = heard.expect("no guest panics");
        println!("{name} heard {lines} lines");
    }
    let passed_on = room.await.expect("the room does not panic");
    println!("the room passed on {passed_on} lines");
}

async fn room(mut guests: mpsc::Receiver<Said>, all: broadcast::Sender<String>) -> usize {
    let mut passed_on = 0;
    while let Some(said) = guests.recv().await {
        let line = match said {
            Said::Line(name, text) => format!("{name}: {text}"),
            Said::Left(name) => format!("{name} has left"),
        };
        println!("{line}");
        passed_on += 1;
        let _ = all.send(line); // nobody hears the last
    }
    passed_on
}

async fn guest(
    name: &'static str,
    pause: Duration,
    room: mpsc::Sender<Said>,
    mut hears: broadcast::Receiver<String>,
) -> (&'static str, usize) {
    for text in ["hello", "it is late"] {
        sleep(pause).await;
        let _ = room.send(Said::Line(name, text)).await;
    }
    let _ = room.send(Said::Left(name)).await;
    let mut lines = 0;
    while hears.try_recv().is_ok() {
        lines += 1;
    }
    (name, lines)
}
