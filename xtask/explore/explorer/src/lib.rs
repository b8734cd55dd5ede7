//! Runs a program under one schedule after another and collects what it prints.
//!
//! A schedule is a list of choices: which of the tasks that can run does, which timer fires, which
//! branch a `select!` begins with. [`search`] makes them all in turn, or some at random; shuttle
//! carries them out. Tasks switch where they print, spawn, send, lock or await, as if there were a
//! thread for each; all of them share one thread in truth.

pub mod choices;
pub mod clock;
mod main_task;
mod polled;
mod quiet;
pub mod replies;
pub mod schedule;
mod scheduler;
pub mod search;
pub mod tasks;
pub mod trace;
pub mod world;

pub use main_task::{Ending, Verdict};
pub use world::{choose, print};

/// The environment variable that holds what is asked of an explored program, as JSON.
pub const REQUEST: &str = "MEANWHILE_EXPLORE";

/// Lets the scheduler decide anew who runs. Not while a panic unwinds: what is dropped then may
/// print, and may not be interrupted.
pub fn switch() {
    if !std::thread::panicking() && !world::is_over() {
        world::with(|world| world.is_free = true);
        shuttle_engine::runtime::thread::switch();
    }
}
