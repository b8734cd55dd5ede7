//! Makes a program that breaks a claim as small as it goes.

use anyhow::Result;

use super::{Bench, Tested};

/// The smallest program that is found by taking out one step after another, and what came of it. A
/// program that has no longer an answer is no smaller one.
pub fn smallest(bench: &Bench, name: &str, tested: Tested) -> Result<(String, Tested)> {
    let (mut name, mut tested) = (name.to_owned(), tested);
    loop {
        let before = name.clone();
        for step in bench.steps(&name)? {
            let smaller = format!("{name}-{step}");
            if let Ok(without) = bench.test(&smaller)
                && without.is_stranger == tested.is_stranger
                && !without.is_well()
            {
                (name, tested) = (smaller, without);
            }
        }
        if name == before {
            return Ok((name, tested));
        }
    }
}
