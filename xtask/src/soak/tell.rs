//! How far it has come.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::show;
use crate::soak::many;

/// A line on stderr; where that is no terminal, one at each tenth of the way.
pub struct Teller {
    bar: ProgressBar,
    began: Instant,
    is_seen: bool,
}

impl Teller {
    /// A line for so many runs.
    pub fn of(runs: usize) -> Self {
        let bar = ProgressBar::new(runs as u64);
        let template = "{spinner} {pos} of {len} runs · {elapsed} · {eta} to go";
        bar.set_style(ProgressStyle::with_template(template).expect("the template is right"));
        let is_seen = std::io::stderr().is_terminal();
        if is_seen {
            bar.enable_steady_tick(Duration::from_millis(500));
        }
        Self { bar, began: Instant::now(), is_seen }
    }

    /// A run has ended, and so many more are to come than was said.
    pub fn ended(&mut self, more: usize) {
        self.bar.inc_length(more as u64);
        self.bar.inc(1);
        let (done, all) = (self.bar.position(), self.bar.length().unwrap_or(0));
        let tenth = |runs: u64| 10 * runs / all.max(1);
        if !self.is_seen && all > 1000 && tenth(done) > tenth(done - 1) {
            let runs = many(done as usize, "run");
            eprintln!("{runs} after {}", show::about(self.began.elapsed()));
        }
    }

    /// Takes the line away, and says how long it took.
    pub fn clear(self) -> Duration {
        self.bar.finish_and_clear();
        self.began.elapsed()
    }
}
