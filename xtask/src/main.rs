//! `cargo xtask`: the runner of the course.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = xtask::cli::Cli::parse();
    match xtask::dispatch(&cli) {
        Ok(outcome) => outcome.into(),
        Err(error) => xtask::report(&error),
    }
}
