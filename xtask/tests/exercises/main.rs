//! Exercises as a learner meets them: what is typed and saved, what is said, and what it exits with.
//!
//! The tests that build answers take half a second each, and once some more for what all of them need:
//!
//!     cargo test -p xtask --test exercises -- --ignored

mod answers;
mod author;
mod commands;
mod desk;
mod files;
mod memory;
mod outside;
#[path = "../formats/schema.rs"]
mod schema;
mod shapes;
