//! Exercises: what they are, how an answer is built, judged and proven.
//!
//! `cargo xtask check` takes an answer through [`workshop`], which builds it under the pristine
//! [`checks`](answer::Answer::checks), plays it recorded, and hands the run to [`judge`], which holds
//! it against what the [`answer`] did and says what it is: a [`verdict`]. `cargo xtask bank` does the
//! same to every answer that the course knows, the wrong ones among them.
//!
//! Where the learner is to [`predict`] what a program prints, nothing is built: the lines are held
//! against what a recording of the program says of their order.

pub mod answer;
pub mod bank;
pub mod busy;
pub mod check;
mod choose;
pub mod compiler;
pub mod evidence;
pub mod hints;
pub mod json;
pub mod judge;
pub mod kept;
pub mod linking;
pub mod luck;
pub mod manifests;
pub mod overview;
pub mod predict;
pub mod progress;
mod ready;
pub mod reset;
pub mod round;
pub mod runs;
pub mod saved;
pub mod seen;
pub mod solution;
pub mod store;
pub mod traps;
pub mod try_out;
pub mod verdict;
pub mod words;
pub mod workshop;

pub use choose::{choose, choose_one, lesson};

pub use crate::course::exercise::{Asks, ELSEWHERE, Exercise, Kind, Says, elsewhere};
pub use crate::files as replace;
