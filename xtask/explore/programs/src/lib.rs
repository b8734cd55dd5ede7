//! The lessons' programs stand in `src/bin`, where `cargo xtask explore` copies them.
