//! What a poll costs with nobody listening, with the recorder, and with console-subscriber in its
//! place.
//!
//! All play the same program by turns, round after round, so that a machine that is busy with
//! something else is so for all. The cost is processor time and not time on the wall, for the same
//! reason: of the thread that polls, and of the whole process, since console-subscriber does part of
//! its work on a thread of its own. What the recorder writes is read meanwhile as the runner reads
//! it; no console is connected to console-subscriber. Ratios are taken within a round; the middle one
//! is shown, and the smallest and the largest.
//!
//! `BENCH_ROUNDS=20` makes so many rounds.

use std::time::Duration;

use anyhow::Result;
use bench::{Cost, Listener, MARK, Size, spread};
use playback::Reader;

const CROWD: &str = env!("CARGO_BIN_EXE_crowd");

const LISTENERS: [(Listener, &str); 4] = [
    (Listener::Nobody, "nobody"),
    (Listener::Console, "console-subscriber"),
    (Listener::Recorder, "recorder"),
    (Listener::RecorderInRealTime, "recorder, real clock"),
];

const SIZES: [(Size, &str); 2] = [
    (
        Size { tasks: 100, alive: 100, rounds: 400, prints: false },
        "100 tasks that wait for 400 messages each",
    ),
    (
        Size { tasks: 20_000, alive: 100, rounds: 1, prints: false },
        "20,000 tasks that wait for one message each, 100 at a time",
    ),
];

fn main() -> Result<()> {
    let rounds = std::env::var("BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(9);
    for (size, what) in SIZES {
        println!("{what}: microseconds a poll, {rounds} rounds");
        let costs = play(size, rounds)?;
        for (part, of) in [("polling thread", thread as fn(&Cost) -> f64), ("all threads", process)]
        {
            println!("  {part:<38}a poll        × nobody                   × console-subscriber");
            for (place, (_, name)) in LISTENERS.iter().enumerate() {
                let polls = size.polls() as f64;
                let each = |round: &Vec<Cost>| of(&round[place]) * 1e6 / polls;
                let (middle, _, _) = spread(costs.iter().map(each).collect());
                let against = |other: usize| {
                    let ratio = |round: &Vec<Cost>| of(&round[place]) / of(&round[other]);
                    let (middle, least, most) = spread(costs.iter().map(ratio).collect());
                    format!("{middle:.2} ({least:.2} to {most:.2})")
                };
                println!("    {name:<32}{middle:>10.2}        {:<25}  {}", against(0), against(1));
            }
        }
    }
    Ok(())
}

/// What each listener cost in each round, after one that does not count.
fn play(size: Size, rounds: usize) -> Result<Vec<Vec<Cost>>> {
    let mut all = Vec::new();
    for _ in 0..=rounds {
        let costs = LISTENERS.iter().map(|(who, _)| {
            let mut reader = Reader::new(MARK);
            bench::run(CROWD, size, *who, |piece| reader.feed(piece, Duration::ZERO))
        });
        all.push(costs.collect::<Result<Vec<Cost>>>()?);
    }
    all.remove(0);
    Ok(all)
}

fn thread(cost: &Cost) -> f64 {
    cost.thread.as_secs_f64()
}

fn process(cost: &Cost) -> f64 {
    cost.process.as_secs_f64()
}
