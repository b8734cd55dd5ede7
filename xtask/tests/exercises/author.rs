//! The course's author: a bank in which something is not as its header says goes red, and never hangs.

use crate::desk::{Desk, NAME, Said, holds};

fn bank(desk: &Desk) -> Said {
    desk.building(&["bank", NAME])
}

/// The bank of an exercise whose start is this.
fn with_start(start: &str) -> Said {
    let desk = Desk::new();
    desk.put("start.rs", start);
    let said = bank(&desk);
    assert_eq!(said.code, Some(1), "{said:?}");
    said
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_bank_as_it_should_be_is_green() {
    let said = bank(&Desk::new());
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &["factorials start: awaited in turn", "factorials solution: right"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_start_that_fails_for_another_reason() {
    let said = with_start(&Desk::new().text("wrong_as_they_end.rs"));
    holds(&said.stdout, &["start: wrong verdict", "`awaited in turn`", "wrong result"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_start_that_does_not_compile() {
    let start = Desk::new().text("start.rs");
    let said = with_start(&start.replace("use crate::factorial;", "use crate::factorail;"));
    holds(&said.stdout, &["start: wrong verdict", "does not compile", "no `factorail` in"]);
    holds(&said.stdout, &["factorials solution: right"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_start_that_hangs() {
    let said = with_start("pub async fn factorials() -> Vec<u64> { loop {} }\n");
    holds(&said.stdout, &["start: wrong verdict", "endless loop", "factorials solution: right"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_start_that_is_right() {
    let said = with_start(&Desk::new().text("solution.rs"));
    holds(&said.stdout, &["start: wrong verdict", "earns", "right"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_wrong_answer_that_passes() {
    let desk = Desk::new();
    let right = desk.text("right_join.rs").replace("//! Right: ", "//! Earns: wrong result\n//! ");
    desk.put("wrong_but_right.rs", &right);
    let said = bank(&desk);
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stdout, &["wrong_but_right: wrong verdict"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn what_an_answer_did_before() {
    let desk = Desk::new();
    desk.put("runs.json", &desk.text("runs.json").replace("It took 16 s", "It took 15 s"));
    let said = bank(&desk);
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stdout, &["factorials start: drifted", "It took 15 s", "It took 16 s"]);
    holds(&said.stdout, &["cargo xtask bank gather/factorials --accept"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn what_the_answers_do_is_written_down_the_same_on_every_desk() {
    let desk = Desk::new();
    let kept = ["answer.json", "runs.json"].map(|file| (file, desk.text(file)));
    for (file, _) in &kept {
        std::fs::remove_file(desk.file(file)).expect("deleted");
    }
    let mine = "what the learner wrote";
    desk.put("exercise.rs", mine);
    let said = desk.building(&["bank", NAME, "--accept"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    for (file, text) in &kept {
        assert_eq!(desk.text(file), *text, "{file}");
    }
    assert_eq!(desk.text("exercise.rs"), mine);
}
