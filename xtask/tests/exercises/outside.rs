//! The world around: no cargo, no terminal.

use crate::desk::{Desk, NAME, holds, said};

#[test]
fn without_cargo_it_says_so() {
    let desk = Desk::new();
    let mut command = desk.command(&["check", NAME]);
    command.env("PATH", "/nonexistent").env_remove("CARGO");
    let said = said(command);
    assert_eq!((said.code, &*said.stdout), (Some(1), ""), "{said:?}");
    holds(&said.stderr, &["cargo is not on the PATH", "https://rustup.rs"]);
}

#[test]
fn nothing_but_text_goes_into_a_pipe() {
    let desk = Desk::solved();
    std::fs::write(desk.kept("progress.json"), "damaged").expect("written");
    for call in [&["progress"][..], &["hint", NAME], &["solution", NAME], &["reset", NAME]] {
        let said = desk.xtask(call);
        assert_eq!(said.code, Some(0), "{said:?}");
        assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
        assert!(!said.stderr.contains('\u{1b}'), "{}", said.stderr);
    }
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn nothing_but_text_goes_into_a_pipe_from_a_check() {
    let start = Desk::new().text("start.rs");
    let broken = start.replace("use crate::factorial;", "use crate::factorail;");
    for text in [&*start, &broken] {
        let said = Desk::with(text).check();
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
        assert!(!said.stderr.contains('\u{1b}'), "{}", said.stderr);
    }
}
