//! Rules about the programs that rustc refuses.

use xtask::tidy::rejected;

use crate::Tidy;

/// One in which all is well.
pub const COLD: &str = "// Meant: tea.\n// asyncio would have served it cold.\n\nfn main() {}\n";

#[test]
fn a_header_that_does_not_say_what_was_meant() {
    let tidy = Tidy::new();
    tidy.write("compile_fail/cold.rs", &COLD.replace("Meant: ", ""));
    tidy.breaks(
        rejected::every_header_says_what_asyncio_would_do,
        "crates/tea/compile_fail/cold.rs: its header is `tea.",
    );
}

#[test]
fn a_header_that_does_not_say_what_asyncio_would_do() {
    let tidy = Tidy::new();
    tidy.write("compile_fail/cold.rs", &COLD.replace("would have served", "serves"));
    tidy.breaks(
        rejected::every_header_says_what_asyncio_would_do,
        "begin with `// Meant: …. asyncio would have …`",
    );
}

#[test]
fn two_rejected_programs_of_one_name() {
    let mut tidy = Tidy::new();
    let mut again = tidy.lesson().clone();
    again.name = "coffee".into();
    tidy.course.lessons.push(again);
    tidy.breaks(
        rejected::no_two_rejected_programs_are_called_the_same,
        "another lesson has a rejected program `cold` too: rename one",
    );
}
