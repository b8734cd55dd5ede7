//! How long it takes from a saved exercise to its verdict: here, under rustlings, and by a bare
//! `cargo test`, all with the same code, by turns, each after a change of it.
//!
//! A round takes each way once. On the wall and in processor time, of the command and of all that it
//! starts: a machine that is busy with something else makes the former long for all. Ratios are taken
//! within a round; the middle one is shown, and the smallest and the largest.
//!
//! `BENCH_ROUNDS=30` makes so many rounds. What it needs and makes lies below `target/bench`; the
//! exercises in the repository are not touched.

mod cost;
mod ours;
mod rivals;

use std::env;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

use cost::{Cost, Way};

/// Where everything lies.
pub struct Places {
    /// The course's workspace.
    pub root: PathBuf,
    /// Where to put what is installed and made.
    pub bench: PathBuf,
}

fn main() -> Result<()> {
    let rounds = env::var("BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(15);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let root = root.canonicalize().context("finding the course's folder")?;
    let places = Places { bench: root.join("target/bench"), root };
    println!("Needs, and makes if it is not there, below {}:", places.bench.display());
    println!("  rustlings {}, by `cargo install`: 58 packages", rivals::RUSTLINGS);
    println!(
        "  a rustlings course and a plain crate with our exercise's code, and what they build"
    );
    println!("  the runner, a copy of the course's exercises, and what it builds");
    let warm = ours::warm(&places)?;
    let ours = warm.name.clone();
    let mut ways = vec![warm, ours::command(&places)?];
    ways.extend(rivals::cargo_test(&places)?);
    ways.extend(rivals::rustlings(&places)?);
    let all = measured(&mut ways, rounds)?;
    let own = ways.iter().position(|way| way.name == ours).context("ours is among them")?;
    for (what, of) in [("seconds on the wall", wall as fn(&Cost) -> f64), ("processor time", cpu)] {
        println!("\n{what}, {rounds} rounds{:>37}ours is × of it", "");
        for (place, way) in ways.iter().enumerate() {
            let (middle, least, most) = spread(all.iter().map(|round| of(&round[place])).collect());
            let ratio = all.iter().map(|round| of(&round[own]) / of(&round[place]));
            let (ratio, smallest, largest) = spread(ratio.collect());
            println!(
                "  {:<34}{middle:.3} ({least:.3} to {most:.3})   {ratio:.2} ({smallest:.2} to {largest:.2})",
                way.name
            );
        }
    }
    println!("\nThe whole course again, all solved and nothing changed: `cargo xtask check`");
    let (middle, least, most) = spread(ours::again(&places, rounds.min(5))?);
    println!("  {middle:.3} s on the wall ({least:.3} to {most:.3})");
    Ok(())
}

/// What each way cost in each round, after two rounds that do not count.
fn measured(ways: &mut [Way], rounds: usize) -> Result<Vec<Vec<Cost>>> {
    let mut all = Vec::new();
    // No number comes twice, not even when all this is run again.
    let mut edits = UNIX_EPOCH.elapsed().context("asking the time")?.as_secs();
    for _ in 0..rounds + 2 {
        let mut costs = Vec::new();
        for way in &mut *ways {
            edits += 1;
            way.edit(edits)?;
            costs.push(way.take().with_context(|| way.name.clone())?);
        }
        all.push(costs);
    }
    all.drain(..2);
    Ok(all)
}

fn wall(cost: &Cost) -> f64 {
    cost.wall.as_secs_f64()
}

fn cpu(cost: &Cost) -> f64 {
    cost.cpu.as_secs_f64()
}

/// The middle one, the smallest and the largest of some figures; there must be one at least.
fn spread(mut figures: Vec<f64>) -> (f64, f64, f64) {
    figures.sort_by(f64::total_cmp);
    (figures[figures.len() / 2], figures[0], figures[figures.len() - 1])
}
