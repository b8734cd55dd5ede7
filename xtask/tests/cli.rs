//! The runner as it is typed: what it says, and what it exits with.

use std::process::{Command, Output};

/// What a call came to.
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn xtask(arguments: &[&str]) -> Said {
    said(command(arguments))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

fn said(mut command: Command) -> Said {
    let Output { status, stdout, stderr } = command.output().expect("xtask starts");
    let text = |bytes| String::from_utf8(bytes).expect("it says text");
    Said { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

#[track_caller]
fn holds(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no `{word}` in:\n{text}");
    }
}

#[test]
fn list_names_lessons_and_commands() {
    let said = xtask(&["list"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    holds(&said.stdout, &["gather", "cargo run -p gather --example factorial", "mirrors 000-1"]);
    assert!(!said.stdout.contains("fixtures"), "{}", said.stdout);
}

#[test]
fn list_speaks_json() {
    let said = xtask(&["list", "--json"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let listing: serde_json::Value = serde_json::from_str(&said.stdout).expect("it is JSON");
    assert_eq!(listing["version"], 1);
    let gather =
        listing["lessons"].as_array().expect("a list").iter().find(|l| l["name"] == "gather");
    let main = &gather.expect("a lesson")["programs"][0];
    assert_eq!(main["name"], "main");
    assert_eq!(main["kind"], "bin");
    assert_eq!(main["clock"], "virtual");
    assert_eq!(main["source"], "crates/gather/src/main.rs");
    assert_eq!(main["twin"], "crates/gather/src/main.py");
    assert_eq!(main["snapshot"], "crates/gather/snapshots/main.snap");
}

#[test]
fn every_command_has_help() {
    let help = xtask(&["--help"]);
    assert_eq!(help.code, Some(0));
    let commands = help.stdout.split("Commands:").nth(1).expect("it lists them");
    let commands = commands.split("Options:").next().expect("before the options");
    // A line further right goes on with the one before it.
    let names: Vec<&str> = commands
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    for name in ["list", "run", "test", "ci"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for name in names.into_iter().filter(|name| *name != "help") {
        assert_eq!(xtask(&[name, "--help"]).code, Some(0), "{name}");
    }
}

#[test]
fn a_command_line_that_is_wrong_exits_with_2() {
    for wrong in [
        &["lits"][..],
        &[],
        &["run", "--fast"],
        &["run", "--limit", "0"],
        &["run", "--limit", "soon"],
        &["run", "gathr"],
        &["test", "gather/factrial"],
        &["soak", "gathr"],
        &["soak", "--runs", "0"],
        &["soak", "--jobs", "0"],
        &["new", "exercise", "tasks/predict_tea", "--predict", "tasks/nope"],
        &["new", "exercise", "tasks/predict_tea", "--predict", "tasks"],
    ] {
        let said = xtask(wrong);
        assert_eq!(said.code, Some(2), "{wrong:?}: {}", said.stderr);
        assert_eq!(said.stdout, "", "{wrong:?}");
    }
}

#[test]
fn a_wrong_name_is_answered_with_near_ones() {
    holds(&xtask(&["run", "gathr"]).stderr, &["no lesson `gathr`", "`gather`", "cargo xtask list"]);
    let said = xtask(&["run", "gather/factrial"]);
    holds(
        &said.stderr,
        &["no program `gather/factrial`", "`gather/factorial`", "cargo xtask list"],
    );
    holds(&xtask(&["test", "factorial"]).stderr, &["`gather/factorial`"]);
    assert!(!xtask(&["run", "xyzzy"]).stderr.contains("Is it"));
}

#[test]
fn run_shows_what_a_program_prints() {
    let said = xtask(&["run", "--fixtures", "fixtures/all_is_well"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    holds(&said.stdout, &["fixtures/all_is_well", "all is well", "1 program, none in trouble"]);
}

#[test]
fn run_names_a_trouble_and_what_to_do() {
    let said = xtask(&["run", "--fixtures", "fixtures/main_panics"]);
    assert_eq!(said.code, Some(1), "{}", said.stderr);
    let again = "cargo run -p fixtures --example main_panics";
    holds(&said.stdout, &["before", "panicked: `main`", "tea is cold", again, "1 in trouble"]);
}

#[test]
fn test_asks_for_a_snapshot() {
    let said = xtask(&["test", "--fixtures", "fixtures/all_is_well"]);
    assert_eq!(said.code, Some(1), "{}", said.stderr);
    holds(&said.stdout, &["no snapshot", "INSTA_UPDATE=always cargo test", "1 failed"]);
}

#[test]
fn test_names_a_trouble_before_it_compares() {
    let said = xtask(&["test", "--fixtures", "fixtures/main_panics"]);
    assert_eq!(said.code, Some(1), "{}", said.stderr);
    holds(&said.stdout, &["panicked", "1 failed"]);
    assert!(!said.stdout.contains("snapshot"), "{}", said.stdout);
}

#[test]
fn soak_says_how_many_runs_it_made_and_what_came_of_them() {
    let said = xtask(&["soak", "--fixtures", "fixtures/all_is_well", "--runs", "4", "--jobs", "2"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let runs = "2 runs on current_thread, 2 runs on multi_thread";
    holds(&said.stdout, &["at most 2 at a time", runs, "none came the other way round"]);

    let said = xtask(&["soak", "--fixtures", "fixtures/main_panics", "--runs", "1"]);
    assert_eq!(said.code, Some(1), "{}", said.stderr);
    holds(&said.stdout, &["tea is cold", "1 program could not be played"]);
}

#[test]
fn colour_is_for_terminals() {
    let coloured = |variable: Option<&str>| {
        let mut list = command(&["list"]);
        list.envs(variable.map(|name| (name, "1")));
        said(list).stdout.contains('\u{1b}')
    };
    assert!(!coloured(None));
    assert!(!coloured(Some("NO_COLOR")));
    assert!(coloured(Some("CLICOLOR_FORCE")));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let list = command(&["list", "--json"]).stdout(writer).spawn();
    assert_eq!(list.expect("xtask starts").wait().expect("it ends").code(), Some(0));
}

/// Ctrl-C and a polite kill end the program under way too.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_ends_what_runs() {
    // Built before, so that the program starts at once.
    xtask(&["run", "--fixtures", "fixtures/spins", "--limit", "1"]);
    for signal in ["-INT", "-TERM", "-HUP"] {
        let arguments = ["run", "--fixtures", "fixtures/spins", "--limit", "600"];
        let mut runner = command(&arguments).spawn().expect("xtask starts");
        let program = child_of(&mut runner, "spins").expect("it starts");
        let killed = Command::new("kill").args([signal, &runner.id().to_string()]).status();
        assert!(killed.expect("there is a kill").success());
        assert_eq!(runner.wait().expect("it ends").code(), Some(130), "{signal}");
        let lives = || state_and_parent(program, "spins").is_some_and(|(state, _)| state != "Z");
        let is_over = (0..3000).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            !lives()
        });
        assert!(is_over, "{signal} left process {program} behind");
    }
}

/// A runner that is killed can end nothing: the system ends what goes on computing.
#[cfg(target_os = "linux")]
#[test]
fn a_killed_runner_leaves_nothing_that_computes_for_ever() {
    let arguments = ["run", "--fixtures", "fixtures/spins", "--limit", "1"];
    xtask(&arguments);
    // The program lives for a second, in which nobody may look where much else is to be done.
    let program = (0..20).find_map(|_| {
        let runner = command(&arguments).stdout(std::process::Stdio::null()).spawn();
        let mut runner = runner.expect("xtask starts");
        let program = child_of(&mut runner, "spins")?;
        runner.kill().expect("killed");
        runner.wait().expect("reaped");
        Some(program)
    });
    let program = program.expect("it is seen once");
    let lives = || state_and_parent(program, "spins").is_some_and(|(state, _)| state != "Z");
    let is_over = (0..30_000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        !lives()
    });
    assert!(is_over, "process {program} computes for ever");
}

/// Waits until the runner has a child of this name; there is none if the runner ends before.
#[cfg(target_os = "linux")]
fn child_of(runner: &mut std::process::Child, name: &str) -> Option<u32> {
    while runner.try_wait().expect("it can be waited for").is_none() {
        for entry in std::fs::read_dir("/proc").expect("Linux has /proc").flatten() {
            let Some(process) = entry.file_name().to_str().and_then(|name| name.parse().ok())
            else {
                continue;
            };
            if state_and_parent(process, name).is_some_and(|(_, known)| known == runner.id()) {
                return Some(process);
            }
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    None
}

#[cfg(target_os = "linux")]
fn state_and_parent(process: u32, name: &str) -> Option<(String, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.split_once(&format!("({name})"))?;
    let mut fields = fields.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}
