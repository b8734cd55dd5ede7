//! What a lesson links, as far as it is explored: the entry attribute.

pub use explorer::replies::main as explore;
pub use meanwhile_macros::main;
