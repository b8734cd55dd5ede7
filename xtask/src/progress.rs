//! What is still running, on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::course::Program;
use crate::show;

/// A line on stderr, if that is a terminal, with the programs under way.
pub struct Progress {
    bar: ProgressBar,
    under_way: Vec<String>,
}

impl Progress {
    /// A line for so many programs.
    pub fn of(programs: usize) -> Self {
        let bar = ProgressBar::new(programs as u64);
        let style = ProgressStyle::with_template("{spinner} {pos} of {len} done · {wide_msg}");
        bar.set_style(style.expect("the template is right"));
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar, under_way: Vec::new() }
    }

    /// A program has been started.
    pub fn begins(&mut self, program: &Program) {
        self.under_way.push(program.path());
        self.tell();
    }

    /// A program has ended.
    pub fn ends(&mut self, program: &Program) {
        self.under_way.retain(|known| *known != program.path());
        self.bar.inc(1);
        self.tell();
    }

    /// Prints to stdout, above the line.
    pub fn print(&self, text: &str) {
        self.bar.suspend(|| show::print(text));
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }

    fn tell(&self) {
        self.bar.set_message(self.under_way.join(", "));
    }
}
