//! What a recording of 100,000 tasks and more than a million events costs: the recorder's memory,
//! and time and memory to read it.

use std::time::{Duration, Instant};

use anyhow::Result;
use bench::{Cost, Listener, Size};
use playback::Reader;

const CROWD: &str = env!("CARGO_BIN_EXE_crowd");

fn main() -> Result<()> {
    println!("The recorder's memory: the most that a program has had, 100 tasks alive at a time");
    println!("  tasks     nobody    recorder");
    for tasks in [1_000, 10_000, 100_000] {
        let size = Size { tasks, alive: 100, rounds: 1, prints: false };
        let without = bench::run(CROWD, size, Listener::Nobody, |_| {})?;
        let with = bench::run(CROWD, size, Listener::Recorder, |_| {})?;
        println!("  {tasks:<8}{:>5} MB{:>9} MB", without.peak >> 20, with.peak >> 20);
    }
    for alive in [100, 100_000] {
        read(Size { tasks: 100_000, alive, rounds: 1, prints: true })?;
    }
    Ok(())
}

fn read(size: Size) -> Result<()> {
    let mut bytes = Vec::new();
    let cost = bench::run(CROWD, size, Listener::Recorder, |piece| bytes.extend_from_slice(piece))?;
    println!("{} tasks, {} alive at a time", size.tasks, size.alive);
    println!(
        "  recorded: {:>7.2} s of its thread, {} MB at most",
        cost.thread.as_secs_f64(),
        cost.peak >> 20
    );
    let mut reader = Reader::new(bench::MARK);
    let reading = timed(|| {
        for piece in bytes.chunks(64 << 10) {
            reader.feed(piece, Duration::ZERO);
        }
    });
    let (recording, finishing) = with_time(|| reader.finish());
    let events = recording.records.len();
    println!("  {events} events, {} lines, {} MB", recording.lines.len(), bytes.len() >> 20);
    let say = |what: &str, took: Duration| {
        let a_million = took.as_secs_f64() * 1e6 / events as f64;
        let peak = Cost::so_far().peak >> 20;
        println!("  {what:<14}{a_million:>7.2} s a million events; {peak} MB at most so far");
    };
    say("reading", reading);
    say("finish()", finishing);
    say("orders()", timed(|| drop(recording.orders())));
    say("transcript()", timed(|| drop(recording.transcript())));
    say("unfinished()", timed(|| drop(recording.unfinished())));
    say("outside()", timed(|| drop(recording.outside())));
    Ok(())
}

fn timed(work: impl FnOnce()) -> Duration {
    with_time(work).1
}

fn with_time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let made = work();
    (made, began.elapsed())
}
