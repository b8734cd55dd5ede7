//! Rules about sources.

use xtask::tidy::sources;

use crate::{MAIN, Tidy};

#[test]
fn a_program_without_its_command() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", "//! Tea.\n");
    tidy.breaks(
        sources::every_program_says_how_it_is_run,
        "add the line `//!     cargo run -p tea`",
    );
}

#[test]
fn a_program_with_the_command_of_another() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", &MAIN.replace("-p tea", "-p coffee"));
    tidy.breaks(sources::every_program_says_how_it_is_run, "header says `cargo run -p coffee`");
}

#[test]
fn a_program_without_a_twin() {
    let mut tidy = Tidy::new();
    tidy.lesson().programs[0].twin = None;
    tidy.breaks(sources::every_program_has_a_twin, "write crates/tea/src/main.py");
}

#[test]
fn a_program_that_denies_its_twin() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", "//! Tea. There is no\n//! twin of it.\n");
    tidy.breaks(sources::every_program_has_a_twin, "and there is crates/tea/src/main.py");
}

#[test]
fn a_program_without_the_attribute() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", "//! Not #[meanwhile::main].\n#[tokio::main]\nasync fn main() {}\n");
    tidy.breaks(sources::every_program_has_the_attribute, "has no #[meanwhile::main(…)]");
}

#[test]
fn a_source_that_nothing_compiles() {
    let tidy = Tidy::new();
    tidy.write("src/main.rs", &(MAIN.to_owned() + "mod cup;\npub(crate) mod pot;\n"));
    tidy.write("src/cup.rs", "mod handle;\n");
    tidy.write("src/cup/handle.rs", "");
    tidy.write("src/pot/mod.rs", "");
    tidy.write("src/spoon.rs", "");
    tidy.breaks(sources::every_source_belongs_to_a_target, "crates/tea/src/spoon.rs");
    let complaints = sources::every_source_belongs_to_a_target(&tidy.course).expect("checked");
    assert_eq!(complaints.len(), 1, "{complaints:?}");
}

#[test]
fn a_rejected_program_without_its_words() {
    let tidy = Tidy::new();
    tidy.remove("compile_fail/cold.stderr");
    tidy.breaks(
        sources::every_rejected_program_has_its_words,
        "TRYBUILD=overwrite cargo test -p tea",
    );
}

#[test]
fn words_without_a_rejected_program() {
    let tidy = Tidy::new();
    tidy.remove("compile_fail/cold.rs");
    tidy.breaks(sources::every_rejected_program_has_its_words, "there is no cold.rs beside it");
}
