//! What is remembered, in every state in which its file can be found.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;
use std::thread;

use crate::desk::{Desk, NAME, Said, builds, holds, said};

/// Files that are none, each with a word of what is said of it.
fn damaged(good: &str) -> Vec<(Vec<u8>, &'static str)> {
    let without_its_first_line = good.split_once('\n').expect("it has lines").1;
    let merge = format!("<<<<<<< HEAD\n{good}=======\n{good}>>>>>>> theirs\n");
    let mut no_text = good.as_bytes().to_vec();
    no_text[40] = 0xff;
    vec![
        (Vec::new(), "is empty"),
        (b" \r\n\n".to_vec(), "is empty"),
        (vec![0; 200], "is damaged"),
        (b"\x7fELF\x02\x01\x80\x90".to_vec(), "is no text"),
        (no_text, "is no text"),
        (good.as_bytes()[..good.len() / 2].to_vec(), "is damaged"),
        (without_its_first_line.into(), "is damaged"),
        (merge.into(), "is damaged"),
        (format!("\u{feff}{good}").into(), "is damaged"),
        (format!("{good}{good}").into(), "is damaged"),
        (good.replace("\"version\": 1", "\"version\": 2").into(), "is of version 2"),
        (good.replace("\"passed\"", "\"solved\"").into(), "is damaged"),
        (good.replace("\"hints\"", "\"clues\"").into(), "is damaged"),
        (b"[]".to_vec(), "is damaged"),
        (b"{}".to_vec(), "is damaged"),
        (b"null".to_vec(), "is damaged"),
        (b"factorials\n".to_vec(), "is damaged"),
    ]
}

/// A desk whose file the runner itself has written.
fn written() -> (Desk, String) {
    let desk = Desk::solved();
    desk.xtask(&["hint", NAME]);
    let good = fs::read_to_string(desk.kept("progress.json")).expect("it is written");
    assert_eq!(fs::read_to_string(desk.kept("progress.json.last")).expect("it is written"), good);
    (desk, good)
}

fn put(desk: &Desk, name: &str, bytes: &[u8]) {
    fs::write(desk.kept(name), bytes).expect("it can be written");
}

#[test]
fn a_damaged_file_is_set_aside_and_the_last_copy_taken() {
    let (desk, good) = written();
    for (number, (bytes, why)) in (1..).zip(damaged(&good)) {
        put(&desk, "progress.json", &bytes);
        let said = desk.xtask(&["progress"]);
        assert_eq!(said.code, Some(0), "{said:?}");
        let aside = desk.kept(&format!("progress.json.{number}"));
        holds(&said.stderr, &[why, "set aside", &aside.display().to_string()]);
        holds(&said.stderr, &["last good copy", "1 exercise solved"]);
        holds(&said.stdout, &["done  factorials"]);
        assert_eq!(fs::read(aside).expect("it is there"), bytes);
        assert_eq!(fs::read_to_string(desk.kept("progress.json")).expect("it is back"), good);
        assert_eq!(desk.xtask(&["progress"]).stderr, "", "it is said once");
    }
}

#[test]
fn a_command_that_writes_replaces_no_damaged_file() {
    let (desk, good) = written();
    for (number, (bytes, why)) in (1..).zip(damaged(&good)) {
        put(&desk, "progress.json", &bytes);
        let said = desk.xtask(&["hint", NAME]);
        assert_eq!(said.code, Some(0), "{said:?}");
        holds(&said.stderr, &[why, "set aside"]);
        let aside = fs::read(desk.kept(&format!("progress.json.{number}"))).expect("it is there");
        assert_eq!(aside, bytes);
        assert_eq!(desk.state(), "done");
    }
}

#[test]
fn two_damaged_files_are_both_set_aside() {
    let (desk, good) = written();
    put(&desk, "progress.json", b"one");
    put(&desk, "progress.json.last", &good.as_bytes()[..30]);
    let said = desk.xtask(&["progress"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stderr, &["progress.json.1", "progress.json.last.1", "cargo xtask check"]);
    holds(&said.stdout, &["open  factorials"]);
    assert_eq!(fs::read(desk.kept("progress.json.1")).expect("it is there"), b"one");
    let last = fs::read(desk.kept("progress.json.last.1")).expect("it is there");
    assert_eq!(last, &good.as_bytes()[..30]);
}

#[test]
fn a_file_that_is_gone_is_taken_from_the_last_copy() {
    let (desk, good) = written();
    fs::remove_file(desk.kept("progress.json")).expect("deleted");
    let said = desk.xtask(&["progress"]);
    holds(&said.stderr, &["progress.json is gone", "last good copy"]);
    holds(&said.stdout, &["done  factorials"]);
    assert_eq!(fs::read_to_string(desk.kept("progress.json")).expect("it is back"), good);
}

#[test]
fn a_file_with_the_line_ends_of_windows_is_read() {
    let (desk, good) = written();
    put(&desk, "progress.json", good.replace('\n', "\r\n").as_bytes());
    let said = desk.xtask(&["progress"]);
    assert_eq!((said.code, &*said.stderr), (Some(0), ""));
    holds(&said.stdout, &["done  factorials"]);
    desk.xtask(&["hint", NAME]);
    assert_eq!(desk.state(), "done");
}

#[test]
fn what_this_course_does_not_have_is_kept() {
    let (desk, good) = written();
    let of_another = good.replace("\"factorials\": {", "\"elsewhere\": {");
    put(&desk, "progress.json", of_another.as_bytes());
    desk.xtask(&["hint", NAME]);
    let now = fs::read_to_string(desk.kept("progress.json")).expect("it is written");
    holds(&now, &["\"elsewhere\": {", "\"factorials\": 2"]);
}

/// The hint is told, nothing is lost, and why it is not remembered is said.
fn told_all_the_same(said: &Said, why: &str) {
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &["hint 1 of 3"]);
    holds(&said.stderr, &["nothing of this is remembered", why]);
}

#[test]
fn a_folder_in_its_place_is_an_error() {
    let desk = Desk::new();
    fs::create_dir_all(desk.kept("progress.json")).expect("a folder");
    told_all_the_same(&desk.xtask(&["hint", NAME]), "is a folder");
    let said = desk.xtask(&["progress"]);
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stderr, &["progress.json is a folder", "mv "]);
    assert!(desk.kept("progress.json").is_dir());
}

#[test]
fn a_file_in_place_of_the_folder_is_an_error() {
    let desk = Desk::new();
    fs::write(desk.folder().join(".progress"), "mine").expect("written");
    told_all_the_same(&desk.xtask(&["hint", NAME]), ".progress");
    desk.put("exercise.rs", "// mine\n");
    assert_eq!(desk.xtask(&["reset", NAME]).code, Some(1));
    assert_eq!(desk.text("exercise.rs"), "// mine\n");
    assert_eq!(fs::read_to_string(desk.folder().join(".progress")).expect("it is there"), "mine");
}

#[test]
fn a_folder_that_nobody_may_write_to_is_an_error() {
    // Not even root can make a file there.
    let desk = Desk::new();
    symlink("/proc/self/fdinfo", desk.folder().join(".progress")).expect("linked");
    told_all_the_same(&desk.xtask(&["hint", NAME]), ".progress/lock");
    desk.put("exercise.rs", "// mine\n");
    let said = desk.xtask(&["reset", NAME]);
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!(desk.text("exercise.rs"), "// mine\n");
    // Who cannot be remembered to have asked sees it the first time.
    let said = desk.xtask(&["solution", NAME]);
    holds(&said.stdout, &["join_all"]);
}

#[test]
fn a_full_disk_is_an_error_and_loses_nothing() {
    let desk = Desk::new();
    desk.xtask(&["solution", NAME]);
    let full = |file: &Path| symlink("/dev/full", file).expect("linked");
    let before = fs::read_to_string(desk.kept("progress.json")).expect("it is written");
    full(&desk.kept(".progress.json.new"));
    told_all_the_same(&desk.xtask(&["hint", NAME]), "No space left");
    assert_eq!(fs::read_to_string(desk.kept("progress.json")).expect("it is there"), before);
    desk.put("exercise.rs", "// mine\n");
    full(&desk.file(".exercise.rs.new"));
    let said = desk.xtask(&["reset", NAME]);
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stderr, &["exercise.rs", "No space left"]);
    assert_eq!(desk.text("exercise.rs"), "// mine\n");
}

#[test]
fn two_terminals_lose_nothing() {
    for _ in 0..10 {
        let desk = Desk::solved();
        let calls = [["hint", NAME], ["solution", NAME], ["hint", NAME], ["reset", NAME]];
        thread::scope(|all| {
            for call in &calls {
                all.spawn(|| assert_eq!(desk.xtask(call).stderr, ""));
            }
        });
        let now = fs::read_to_string(desk.kept("progress.json")).expect("it is written");
        holds(&now, &["\"text\"", "\"hints\": {\n    \"factorials\""]);
    }
}

#[test]
fn whatever_is_interrupted_loses_nothing() {
    const TIMES: u32 = 20;
    let desk = Desk::solved();
    let (mut done, mut undone) = (0, 0);
    for number in 0..10 * TIMES {
        if number >= TIMES && done > 0 && undone > 0 {
            break;
        }
        let text = format!("// {number}\n");
        desk.put("exercise.rs", &text);
        // The machine may be slower by now than it was: each time anew.
        let whole = desk.xtask(&["progress"]).took;
        for call in [["reset", NAME], ["hint", NAME]] {
            let mut command = desk.command(&call);
            let mut child = command.stdout(Stdio::null()).spawn().expect("it starts");
            thread::sleep(whole * (number % TIMES) * 3 / TIMES);
            child.kill().expect("killed");
            child.wait().expect("reaped");
        }
        let now = desk.text("exercise.rs");
        if now != text {
            done += 1;
            assert_eq!(now, desk.text("start.rs"));
            let kept = fs::read_dir(desk.kept("kept").join(NAME)).expect("a folder").flatten();
            let mut kept = kept.map(|file| fs::read_to_string(file.path()).expect("text"));
            assert!(kept.any(|kept| kept == text), "{number}");
        } else {
            undone += 1;
        }
        let said = desk.xtask(&["progress"]);
        assert_eq!((said.code, &*said.stderr), (Some(0), ""), "{said:?}");
    }
    assert!(done > 0 && undone > 0, "{done} were done before they were killed, {undone} were not");
}

#[test]
#[ignore = "waits five seconds: cargo xtask ci exercises"]
fn who_holds_the_lock_for_ever_is_named() {
    let desk = Desk::solved();
    let lock = fs::File::create(desk.kept("lock")).expect("made");
    lock.lock().expect("nobody else holds it");
    let said = desk.xtask(&["hint", NAME]);
    told_all_the_same(&said, "another cargo xtask holds");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn what_passes_is_found_out_anew() {
    let desk = Desk::new();
    desk.put("exercise.rs", &desk.text("solution.rs"));
    assert_eq!(desk.state(), "open");
    holds(&desk.building(&["check", "gather"]).stdout, &["  right\n"]);
    assert_eq!(desk.state(), "done");
    fs::remove_dir_all(desk.kept("")).expect("deleted");
    assert_eq!(desk.state(), "open");
    holds(&desk.building(&["check", "gather"]).stdout, &["  right\n"]);
    assert_eq!(desk.state(), "done");
    let said = desk.building(&["check", "gather"]);
    holds(&said.stdout, &["factorials  right, and unchanged since it passed"]);
    let said = desk.building(&["check", "gather", "--again"]);
    holds(&said.stdout, &["  9 s of the program's time"]);
    // One that is named always runs.
    holds(&desk.check().stdout, &["  9 s of the program's time"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn what_is_remembered_and_does_not_pass_is_open_again() {
    let desk = Desk::new();
    let start = desk.text("start.rs") + "\n";
    desk.put("exercise.rs", &start);
    let under = xtask::hash::hash(&desk.text("answer.json"));
    let passed = serde_json::json!({ NAME: { "under": under, "text": start } });
    desk.remember(&serde_json::json!({ "version": 1, "passed": passed }).to_string());
    assert_eq!(desk.state(), "done");
    let said = desk.check();
    assert_eq!(said.code, Some(1), "{said:?}");
    holds(&said.stderr, &["counts as open now"]);
    assert_eq!(desk.state(), "open");
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_verdict_is_shown_whether_it_can_be_remembered_or_not() {
    let desk = Desk::new();
    desk.put("exercise.rs", &desk.text("solution.rs"));
    fs::create_dir_all(desk.kept("progress.json")).expect("a folder");
    let said = desk.check();
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &["  right\n"]);
    holds(&said.stderr, &["nothing of this is remembered", "is a folder"]);
    fs::remove_dir(desk.kept("progress.json")).expect("deleted");
    symlink("/dev/full", desk.kept(".progress.json.new")).expect("linked");
    let said = desk.check();
    assert_eq!(said.code, Some(0), "{said:?}");
    holds(&said.stdout, &["  right\n"]);
    holds(&said.stderr, &["nothing of this is remembered", "No space left"]);
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn two_checks_at_once_both_judge() {
    let _one_at_a_time = builds();
    let desk = Desk::new();
    desk.put("exercise.rs", &desk.text("solution.rs"));
    thread::scope(|all| {
        for _ in 0..3 {
            all.spawn(|| {
                let said = said(desk.command(&["check", NAME]));
                assert_eq!(said.code, Some(0), "{said:?}");
                holds(&said.stdout, &["  right\n"]);
            });
        }
    });
    assert_eq!(desk.state(), "done");
}
