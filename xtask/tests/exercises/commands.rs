//! hint, solution, reset and progress, and names that are mistyped.

use std::fs;

use crate::desk::{Desk, NAME, holds};

#[test]
fn hints_come_one_after_another() {
    let desk = Desk::new();
    for level in ["hint 1 of 3", "hint 2 of 3", "hint 3 of 3"] {
        let said = desk.xtask(&["hint", NAME]);
        assert_eq!((said.code, &*said.stderr), (Some(0), ""));
        holds(&said.stdout, &[level]);
        assert!(!said.stdout.contains("last one"), "{}", said.stdout);
    }
    let said = desk.xtask(&["hint", NAME]);
    holds(&said.stdout, &["hint 3 of 3", "the last one", "cargo xtask solution factorials"]);
}

#[test]
fn where_there_are_no_hints_it_names_what_there_is() {
    let desk = Desk::new();
    fs::remove_file(desk.file("hints.md")).expect("removed");
    let said = desk.xtask(&["hint", NAME]);
    assert_eq!((said.code, &*said.stderr), (Some(1), ""));
    holds(&said.stdout, &["has no hints", "cargo xtask solution factorials"]);
}

#[test]
fn a_hint_that_is_named_is_not_counted() {
    let desk = Desk::new();
    let said = desk.xtask(&["hint", NAME, "--level", "2"]);
    holds(&said.stdout, &["hint 2 of 3"]);
    let said = desk.xtask(&["hint", NAME, "--all"]);
    holds(&said.stdout, &["hint 1 of 3", "hint 2 of 3", "hint 3 of 3"]);
    holds(&desk.xtask(&["hint", NAME]).stdout, &["hint 1 of 3"]);
    for level in ["0", "4"] {
        let said = desk.xtask(&["hint", NAME, "--level", level]);
        assert_eq!((said.code, &*said.stdout), (Some(2), ""), "{said:?}");
        holds(&said.stderr, &["from 1 to 3"]);
    }
}

#[test]
fn a_hint_moves_nothing() {
    let desk = Desk::solved();
    let before = desk.xtask(&["progress", "--json"]).stdout;
    desk.xtask(&["hint", NAME]);
    assert_eq!(desk.xtask(&["progress", "--json"]).stdout, before);
    assert_eq!(desk.text("exercise.rs"), desk.text("solution.rs"));
}

#[test]
fn hints_keep_to_the_terminal() {
    let desk = Desk::new();
    let mut command = desk.command(&["hint", NAME, "--all"]);
    command.env("COLUMNS", "40");
    let said = crate::desk::said(command);
    let longest = said.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(40), "{}", said.stdout);
}

#[test]
fn the_solution_is_shown_to_who_asks_twice() {
    let desk = Desk::new();
    let said = desk.xtask(&["solution", NAME]);
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stdout, &["not solved yet", "ask once more: cargo xtask solution factorials"]);
    assert!(!said.stdout.contains("join_all"), "{}", said.stdout);
    for _ in 0..2 {
        let said = desk.xtask(&["solution", NAME]);
        assert_eq!(said.code, Some(0), "{said:?}");
        holds(&said.stdout, &[&desk.text("solution.rs"), "right_join.rs", "right_spawn.rs"]);
        assert!(!said.stdout.contains("wrong_"), "{}", said.stdout);
    }
}

#[test]
fn the_solution_is_shown_to_who_has_solved_it() {
    let desk = Desk::solved();
    desk.put("exercise.rs", "// something else\n");
    let said = desk.xtask(&["solution", NAME]);
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &[&desk.text("solution.rs")]);
}

#[test]
fn reset_keeps_what_was_there() {
    let desk = Desk::new();
    for (number, text) in [(1, "// one\n"), (2, "// two\n")] {
        desk.put("exercise.rs", text);
        let said = desk.xtask(&["reset", NAME]);
        assert_eq!(said.code, Some(0), "{said:?}");
        let kept = desk.kept(&format!("kept/{NAME}/exercise.{number}.rs"));
        holds(&said.stdout, &["exercise.rs is back", &kept.display().to_string()]);
        assert_eq!(fs::read_to_string(kept).expect("it is kept"), text);
        assert_eq!(desk.text("exercise.rs"), desk.text("start.rs"));
    }
    // What is kept already is not kept twice.
    desk.put("exercise.rs", "// one\n");
    holds(&desk.xtask(&["reset", NAME]).stdout, &["exercise.1.rs"]);
    assert!(!desk.kept(&format!("kept/{NAME}/exercise.3.rs")).exists());
}

#[test]
fn reset_of_what_is_unchanged_says_so() {
    let desk = Desk::new();
    for arguments in [&["reset", NAME][..], &["reset", NAME, "--checks"]] {
        let said = desk.xtask(arguments);
        assert_eq!(said.code, Some(0), "{said:?}");
        holds(&said.stdout, &["as it was at the start: nothing changes"]);
    }
    assert!(!desk.kept("kept").exists());
}

#[test]
fn reset_brings_back_the_checks_alone() {
    let desk = Desk::with("// my own\n");
    let checks = desk.text("checks.rs");
    desk.put("checks.rs", "// edited\n");
    let said = desk.xtask(&["reset", "--checks", NAME]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(desk.text("checks.rs"), checks);
    assert_eq!(desk.text("exercise.rs"), "// my own\n");
    let kept = fs::read_to_string(desk.kept(&format!("kept/{NAME}/checks.1.rs")));
    assert_eq!(kept.expect("it is kept"), "// edited\n");
}

#[test]
fn progress_tells_the_next_one() {
    let said = Desk::new().xtask(&["progress"]);
    assert_eq!((said.code, &*said.stderr), (Some(0), ""));
    holds(&said.stdout, &["gather  0 of", "open  factorials", "Next: ", "cargo xtask check"]);
    assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
    holds(&Desk::solved().xtask(&["progress"]).stdout, &["gather  1 of", "done  factorials"]);
}

#[test]
fn an_exercise_that_was_solved_and_edited_stays_done() {
    let desk = Desk::solved();
    desk.put("exercise.rs", "// tried something\n");
    assert_eq!(desk.state(), "edited");
    holds(&desk.xtask(&["progress"]).stdout, &["done  factorials", "edited since"]);
    desk.put("exercise.rs", &desk.text("start.rs"));
    assert_eq!(desk.state(), "open");
    desk.put("exercise.rs", &desk.text("solution.rs"));
    assert_eq!(desk.state(), "done");
}

#[test]
fn an_exercise_that_has_changed_is_open_again() {
    let desk = Desk::solved();
    let answer = desk.text("answer.json").replace("9000000", "9000001");
    desk.put("answer.json", &answer);
    assert_eq!(desk.state(), "upgraded");
    let said = desk.xtask(&["progress"]);
    holds(&said.stdout, &["open  factorials", "changed since you solved it"]);
}

#[test]
fn a_course_that_is_unchanged_is_not_run_again() {
    let desk = Desk::new();
    let exercises = desk.remember_all();
    let mut command = desk.command(&["check"]);
    // Nothing can be built here.
    command.env("CARGO_TARGET_DIR", "/dev/null");
    let said = crate::desk::said(command);
    assert_eq!((said.code, &*said.stderr), (Some(0), ""), "{said:?}");
    holds(&said.stdout, &["gather/factorials  right, and unchanged since it passed"]);
    assert_eq!(said.stdout.matches("  right, and unchanged").count(), exercises);
    let said = crate::desk::said({
        let mut command = desk.command(&["check", "--again"]);
        command.env("CARGO_TARGET_DIR", "/dev/null");
        command
    });
    assert_eq!(said.code, Some(1), "{said:?}");
}

#[test]
fn a_mistyped_name_is_answered_with_near_ones() {
    let desk = Desk::new();
    for command in ["check", "hint", "solution", "reset", "bank"] {
        for wrong in ["factorails", "gather/factorails", ""] {
            let said = desk.xtask(&[command, wrong]);
            assert_eq!((said.code, &*said.stdout), (Some(2), ""), "{command} {wrong}: {said:?}");
            holds(&said.stderr, &["there is no exercise", "cargo xtask progress"]);
        }
        holds(&desk.xtask(&[command, "factorails"]).stderr, &["Is it `factorials`"]);
        assert!(!desk.xtask(&[command, "xyzzy"]).stderr.contains("Is it"));
    }
}

#[test]
fn the_beginning_of_a_name_will_do() {
    let desk = Desk::new();
    holds(&desk.xtask(&["hint", "factorial"]).stdout, &["gather/factorials  hint 1"]);
    holds(&desk.xtask(&["hint", "gather/factorial"]).stdout, &["gather/factorials  hint 2"]);
}
