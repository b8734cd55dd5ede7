//! What a way to a verdict costs.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// What it cost from the saved file to the verdict.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// On the wall.
    pub wall: Duration,
    /// What was computed, on all cores.
    pub cpu: Duration,
}

/// A way from a file to its verdict.
pub struct Way {
    /// What it is called.
    pub name: String,
    /// The file that is saved.
    pub file: PathBuf,
    /// What is saved, with `ROUND` where each time another number stands.
    pub text: String,
    /// What then happens.
    pub verdict: Box<dyn FnMut() -> Result<Duration>>,
}

impl Way {
    /// Saves the file, with this number in it, which must be another each time.
    pub fn edit(&self, number: u64) -> Result<()> {
        let text = self.text.replace("ROUND", &number.to_string());
        fs::write(&self.file, text).with_context(|| format!("writing {}", self.file.display()))
    }

    /// Waits for the verdict.
    pub fn take(&mut self) -> Result<Cost> {
        let began = Instant::now();
        let cpu = (self.verdict)()?;
        Ok(Cost { wall: began.elapsed(), cpu })
    }
}

/// Runs a command to its end, which must be a good one, and says what it computed.
pub fn run(command: &mut Command) -> Result<Duration> {
    let before = of_children()?;
    let output = command.stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("starting {command:?}"))?;
    let computed = of_children()?.saturating_sub(before);
    if !output.status.success() {
        let words = [output.stdout, output.stderr].concat();
        bail!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&words));
    }
    Ok(computed)
}

fn of_children() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("asking what was computed")?;
    let sum = (usage.user_time() + usage.system_time()).num_microseconds();
    Ok(Duration::from_micros(u64::try_from(sum).unwrap_or(0)))
}
