//! Files that are not as they should be: emptied, deleted, edited, no text, no answer.

use std::fs;

use crate::desk::{Desk, NAME, holds};

#[test]
fn an_emptied_file_passes_for_nothing() {
    let header = |desk: &Desk| -> String {
        let start = desk.text("start.rs");
        start
            .lines()
            .filter(|line| line.starts_with("//"))
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let desk = Desk::new();
    for text in [String::new(), "\n\n".to_owned(), header(&desk)] {
        desk.put("exercise.rs", &text);
        let said = desk.check();
        assert_eq!(said.code, Some(1), "{said:?}");
        holds(&said.stdout, &["  emptied\n", "cargo xtask reset factorials"]);
    }
    assert_eq!(desk.state(), "open");
}

#[test]
fn a_deleted_file_is_offered_back() {
    let desk = Desk::new();
    fs::remove_file(desk.file("exercise.rs")).expect("deleted");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stdout, &["  no file\n", "cargo xtask reset factorials"]);
    assert_eq!(desk.xtask(&["reset", NAME]).code, Some(0));
    assert_eq!(desk.text("exercise.rs"), desk.text("start.rs"));
}

#[test]
fn a_folder_in_place_of_the_file_is_named() {
    let desk = Desk::new();
    fs::remove_file(desk.file("exercise.rs")).expect("deleted");
    fs::create_dir(desk.file("exercise.rs")).expect("a folder");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stderr, &["gather/factorials", "exercise.rs", "directory"]);
    assert_eq!(desk.xtask(&["reset", NAME]).code, Some(1));
}

#[test]
fn a_lost_answer_is_named_with_its_remedy() {
    let desk = Desk::solved();
    fs::remove_file(desk.file("answer.json")).expect("deleted");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stderr, &["answer.json", "git checkout"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn an_empty_main_passes_for_nothing() {
    let desk = Desk::with("fn main() {}\n");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(
        &said.stdout,
        &["cannot find function `factorials`", "  does not compile", "kept its name"],
    );
    assert_eq!(desk.state(), "open");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_source_that_is_no_text_does_not_compile() {
    let desk = Desk::new();
    fs::write(desk.file("exercise.rs"), b"// \xff\xfe\nfn main() {}\n").expect("written");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stdout, &["did not contain valid UTF-8", "  does not compile"]);
    assert_eq!(desk.xtask(&["reset", NAME]).code, Some(0));
    let kept = fs::read(desk.kept("kept/factorials/exercise.1.rs")).expect("it is kept");
    assert_eq!(kept, b"// \xff\xfe\nfn main() {}\n");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn other_checks_change_no_verdict() {
    let lenient = "mod exercise;\nfn main() { println!(\"Results: [24, 2, 6]\"); }\n";
    for checks in [Some(""), Some(lenient), None] {
        let desk = Desk::new();
        match checks {
            Some(text) => desk.put("checks.rs", text),
            None => fs::remove_file(desk.file("checks.rs")).expect("deleted"),
        }
        let said = desk.check();
        assert_eq!(said.code, Some(1), "{said:?}");
        holds(&said.stdout, &["checks beside the exercise were changed", "  awaited in turn ·"]);
        holds(&said.stdout, &["cargo xtask reset --checks factorials"]);
        desk.put("exercise.rs", &desk.text("solution.rs"));
        let said = desk.check();
        assert_eq!(said.code, Some(0), "{said:?}");
        holds(&said.stdout, &["checks beside the exercise were changed", "  right\n"]);
    }
}
