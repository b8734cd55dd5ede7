//! Makes a small async program of a number and runs it: `cargo xtask prove --random` holds what its
//! recording claims against all of its schedules.
//!
//!     MEANWHILE_RANDOM=17 cargo run -p random           runs the program 17
//!     MEANWHILE_RANDOM=17-3-8 cargo run -p random       the same without its steps 3 and 8
//!     MEANWHILE_RANDOM=17 cargo run -p random -- show   shows it
//!     MEANWHILE_RANDOM=17 cargo run -p random -- steps  names its steps

mod dice;
mod generate;
mod plan;
mod play;
mod program;
mod scope;
mod select;
mod show;

use std::sync::OnceLock;

use program::Step;

/// The environment variable that names the program.
const VARIABLE: &str = "MEANWHILE_RANDOM";

static PROGRAM: OnceLock<Vec<Step>> = OnceLock::new();

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let steps = PROGRAM.get_or_init(program);
    match std::env::args().nth(1).as_deref() {
        Some("show") => print!("{}", show::text(steps)),
        Some("steps") => program::numbers(steps).iter().for_each(|number| println!("{number}")),
        _ => play::block(steps, &mut play::Things::new()).await,
    }
}

/// The program that the variable names; the first if it is not set.
fn program() -> Vec<Step> {
    let name = std::env::var(VARIABLE).unwrap_or_else(|_| "1".to_owned());
    let numbers: Result<Vec<u64>, _> = name.split('-').map(str::parse).collect();
    match numbers.as_deref() {
        Ok([seed, without @ ..]) => {
            let mut steps = generate::program(*seed);
            program::remove(&mut steps, without);
            steps
        }
        _ => panic!("`{name}` names no program: {VARIABLE} is a number, or 17-3-8"),
    }
}
