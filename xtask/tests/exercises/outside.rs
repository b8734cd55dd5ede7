//! The world around: no cargo, no terminal, no room, a clock that was set back.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::Value;
use tempfile::TempDir;

use crate::desk::{Desk, NAME, builds, holds, said};

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

/// The file was last written by a clock that was far behind the one by which the answer was built.
fn set_back(desk: &Desk) {
    let file = File::options().append(true).open(desk.file("exercise.rs")).expect("it is there");
    let then = SystemTime::now() - Duration::from_secs(3 * 60 * 60);
    file.set_modified(then).expect("it has a time");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_clock_that_was_set_back_makes_no_verdict_of_an_older_text() {
    let desk = Desk::new();
    holds(&desk.check().stdout, &["  awaited in turn"]);
    desk.put("exercise.rs", &desk.text("solution.rs"));
    set_back(&desk);
    holds(&desk.check().stdout, &["  right\n"]);
    desk.put("exercise.rs", &desk.text("start.rs"));
    set_back(&desk);
    holds(&desk.check().stdout, &["  awaited in turn"]);
    assert_eq!(desk.state(), "open");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_full_disk_under_a_build_is_said_and_the_next_check_judges() {
    let desk = Desk::solved();
    // Another text, so that there is something to build.
    desk.put("exercise.rs", &format!("{}// more\n", desk.text("solution.rs")));
    let before = fs::read(desk.kept("progress.json")).expect("it is written");
    let full = {
        let _one_at_a_time = builds();
        let check = desk.command(&["check", NAME]);
        let mut shell = Command::new("/bin/sh");
        // No file may grow, and whoever tries is told so in place of being killed.
        shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"]);
        shell.arg(check.get_program()).args(check.get_args());
        let set = |(name, value): (_, Option<_>)| value.map(|value| (name, value));
        shell.envs(check.get_envs().filter_map(set));
        said(shell)
    };
    assert_eq!(full.code, Some(1), "{full:?}");
    holds(&full.stderr, &["too large"]);
    assert!(!full.stderr.contains("panicked"), "{full:?}");
    assert_eq!(fs::read(desk.kept("progress.json")).expect("it is there"), before);
    holds(&desk.check().stdout, &["  right\n"]);
}

#[test]
fn a_workshop_that_nobody_may_write_to_is_named() {
    // Not even root can make a file there.
    let desk = Desk::new();
    symlink("/proc/self/fdinfo", desk.folder().join(".workshop")).expect("linked");
    let said = desk.check();
    assert_eq!((said.code, &*said.stdout), (Some(1), ""), "{said:?}");
    holds(&said.stderr, &["writing ", ".workshop/.lock"]);
    assert_eq!(desk.text("exercise.rs"), desk.text("start.rs"));
}

#[test]
fn an_older_toolchain_is_named_in_cargos_words() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let rustc = desk.folder().join("rustc");
    let cargo = std::env::var_os("CARGO").expect("cargo runs the tests");
    let real = std::path::Path::new(&cargo).with_file_name("rustc");
    let host = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let text = format!(
        "#!/bin/sh\ncase \"$*\" in *-vV*) printf 'rustc 1.70.0\\nbinary: rustc\\ncommit-hash: unknown\\n\
         commit-date: unknown\\nhost: {host}\\nrelease: 1.70.0\\nLLVM version: 16.0.2\\n';; \
         *) exec '{}' \"$@\";; esac\n",
        real.display()
    );
    fs::write(&rustc, text).expect("written");
    fs::set_permissions(&rustc, fs::Permissions::from_mode(0o755)).expect("made executable");
    let _one_at_a_time = builds();
    let mut check = desk.command(&["check", NAME]);
    check.env("RUSTC", &rustc).env("CARGO_TARGET_DIR", desk.folder().join("target"));
    let said = said(check);
    assert_eq!((said.code, &*said.stdout), (Some(1), ""), "{said:?}");
    holds(&said.stderr, &["building answers", "rustc 1.70.0 is not supported", "requires rustc"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn an_exercise_lies_at_any_path() {
    let folder = TempDir::with_prefix("mit Leerzeichen, ü, 'q' und \"d\" ").expect("a folder");
    let desk = Desk::in_folder(folder);
    holds(&desk.check().stdout, &["  awaited in turn · exercise.rs:18"]);
    desk.put("exercise.rs", &desk.text("solution.rs"));
    holds(&desk.check().stdout, &["  right\n"]);
    let said = desk.xtask(&["reset", NAME]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(desk.text("exercise.rs"), desk.text("start.rs"));
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn the_compiler_says_the_same_however_long_the_path_is() {
    let desk = Desk::in_folder(TempDir::with_prefix("long ".repeat(20)).expect("a folder"));
    let answer =
        "pub async fn factorials() -> Vec<u64> {\n    tokio::spawn(|| ());\n    vec![]\n}\n";
    desk.put("exercise.rs", answer);
    let said = desk.check();
    // The path is in the closure's type.
    holds(&said.stdout, &["exercise.rs:2:18: 2:20}` is not a future"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn where_the_solution_is_late_too_nobody_is_judged_by_times() {
    let desk = Desk::new();
    let original =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/http-client/exercises/pages");
    let pages = desk.folder().join("http-client/pages");
    fs::create_dir_all(&pages).expect("a folder");
    for name in ["checks.rs", "start.rs", "solution.rs"] {
        fs::copy(original.join(name), pages.join(name)).expect("copied");
    }
    fs::copy(original.join("right_join.rs"), pages.join("exercise.rs")).expect("copied");
    // It is as if this machine were slower by all the time that the solution takes.
    let answer = fs::read(original.join("answer.json")).expect("it is there");
    let mut answer: Value = serde_json::from_slice(&answer).expect("it is JSON");
    for line in answer["lines"].as_array_mut().expect("a list") {
        line["at"] = 0.into();
    }
    fs::write(pages.join("answer.json"), answer.to_string()).expect("written");
    let said = desk.building(&["check", "pages"]);
    assert_eq!(said.code, Some(1), "{said:?}");
    let busy = ["  busy machine", "`too late`", "no fault of yours", "cargo xtask check pages"];
    holds(&said.stdout, &busy);
}
