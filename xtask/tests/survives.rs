//! The world around the runner is not as it should be: what is said then, and what is kept.

#![cfg(target_os = "linux")]

use std::env;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use tempfile::TempDir;

/// What a call came to.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

const WELL: [&str; 3] = ["run", "--fixtures", "fixtures/all_is_well"];

/// A call of the runner with variables of its own.
fn xtask(arguments: &[&str], variables: &[(&str, &str)]) -> Said {
    said(Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).envs(variables.iter().copied()))
}

fn said(command: &mut Command) -> Said {
    let Output { status, stdout, stderr } = command.output().expect("it starts");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

impl Said {
    /// It went wrong, was said to, and nothing broke inside.
    #[track_caller]
    fn names(&self, words: &[&str]) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert!(!self.stderr.contains("panicked at"), "{}", self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "no `{word}` in:\n{}", self.stderr);
        }
    }

    #[track_caller]
    fn is_well(&self) {
        assert_eq!(self.code, Some(0), "{self:?}");
        assert!(self.stdout.contains("1 program, none in trouble"), "{self:?}");
    }
}

/// The toolchain's own cargo, and not what asks rustup for one.
fn cargo() -> PathBuf {
    env::var_os("CARGO").expect("cargo runs the tests").into()
}

/// A PATH on which there is a toolchain and nothing else.
fn only_a_toolchain() -> String {
    cargo().parent().expect("it lies in a folder").to_str().expect("text").to_owned()
}

/// Cargo finds nobody who has crates: neither here nor outside.
fn without_a_network(empty: &Path) -> Vec<(&'static str, String)> {
    let here = |name: &str| empty.join(name).to_str().expect("text").to_owned();
    vec![
        ("PATH", only_a_toolchain()),
        ("CARGO_HOME", here("cargo")),
        ("CARGO_TARGET_DIR", here("target")),
        // Nobody may listen at the lowest port.
        ("CARGO_HTTP_PROXY", "http://127.0.0.1:1".to_owned()),
        ("CARGO_NET_RETRY", "0".to_owned()),
    ]
}

fn borrowed<'a>(variables: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    variables.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// An executable that is a shell script.
fn script(file: &Path, text: &str) {
    fs::write(file, format!("#!/bin/sh\n{text}")).expect("written");
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("made executable");
}

#[test]
fn a_full_disk_under_stdout_is_said() {
    let full = File::options().write(true).open("/dev/full").expect("Linux has one");
    let mut list = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let child = list.arg("list").stdout(full).stderr(std::process::Stdio::piped()).spawn();
    let output = child.expect("it starts").wait_with_output().expect("it ends");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    Said { code: output.status.code(), stdout: String::new(), stderr }
        .names(&["writing to stdout", "No space left"]);
}

#[test]
fn a_recording_on_a_full_disk_is_said() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("tea.recording");
    // No file may grow, and whoever tries is told so in place of being killed.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let mut record = Command::new("/bin/sh");
    record.args(["-c", script, "sh", env!("CARGO_BIN_EXE_xtask"), "record", "--output"]);
    let said = said(record.arg(&file).args(["--", "echo", "tea"]));
    said.names(&["writing ", "tea.recording", "too large"]);
    assert_eq!(fs::metadata(file).expect("it was made").len(), 0);
}

#[test]
fn what_is_built_runs_on_a_full_disk() {
    xtask(&WELL, &[]).is_well();
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let mut run = Command::new("/bin/sh");
    said(run.args(["-c", script, "sh", env!("CARGO_BIN_EXE_xtask")]).args(WELL)).is_well();
}

#[test]
fn without_python3_the_twins_say_so_and_all_else_runs() {
    let path = only_a_toolchain();
    let variables = [("PATH", path.as_str())];
    let said = xtask(&["compare", "coroutines", "--live"], &variables);
    said.names(&["`python3`, and none starts", "install CPython 3.11", "cargo xtask compare"]);
    xtask(&WELL, &[]).is_well();
    xtask(&WELL, &variables).is_well();
}

#[test]
fn without_mdbook_and_without_a_network_the_book_says_so() {
    let empty = TempDir::new().expect("a folder");
    let variables = without_a_network(empty.path());
    let said = xtask(&["book", "test"], &borrowed(&variables));
    said.names(&[
        "mdBook 0.5.4 is not here",
        "could not install mdBook: is there a way to crates.io?",
        "cargo install mdbook --locked --version 0.5.4",
    ]);
}

#[test]
fn a_fresh_clone_without_a_network_says_what_cargo_says() {
    let empty = TempDir::new().expect("a folder");
    let variables = without_a_network(empty.path());
    let said = xtask(&WELL, &borrowed(&variables));
    said.names(&["building 1 program with the recorder: cargo ended", "Could not connect"]);
    assert_eq!(said.stdout, "", "no compiler has refused anything");
}

#[test]
fn what_is_built_needs_no_network() {
    xtask(&WELL, &[]).is_well();
    let dead = "http://127.0.0.1:1";
    let names = ["http_proxy", "https_proxy", "CARGO_HTTP_PROXY"].map(|name| (name, dead));
    xtask(&WELL, &names).is_well();
}

#[test]
fn an_older_toolchain_is_named() {
    let folder = TempDir::new().expect("a folder");
    let rustc = folder.path().join("rustc");
    let host = format!("{}-unknown-linux-gnu", env::consts::ARCH);
    let version = format!(
        "rustc 1.70.0\\nbinary: rustc\\ncommit-hash: unknown\\ncommit-date: unknown\\nhost: {host}\\n\
         release: 1.70.0\\nLLVM version: 16.0.2\\n"
    );
    let real = cargo().with_file_name("rustc");
    let real = real.display();
    script(
        &rustc,
        &format!("case \"$*\" in *-vV*) printf '{version}';; *) exec '{real}' \"$@\";; esac\n"),
    );
    let target = folder.path().join("target");
    let variables = [
        ("RUSTC", rustc.to_str().expect("text")),
        ("CARGO_TARGET_DIR", target.to_str().expect("text")),
    ];
    let said = xtask(&WELL, &variables);
    said.names(&["cargo ended", "rustc 1.70.0 is not supported", "requires rustc"]);
    assert_eq!(said.stdout, "", "no compiler has refused anything");
}

#[test]
fn the_flags_of_the_user_are_kept_beside_the_recorders() {
    let folder = TempDir::new().expect("a folder");
    let (fake, seen) = (folder.path().join("cargo"), folder.path().join("seen"));
    let (real, file) = (cargo(), seen.display());
    let keeps = format!(
        "case \"$1\" in build) printf '%s\\n' \"$CARGO_ENCODED_RUSTFLAGS\" \"$@\" > '{file}'; exit 1;; \
         *) exec '{}' \"$@\";; esac\n",
        real.display()
    );
    script(&fake, &keeps);
    let fake = fake.to_str().expect("text");
    let flags = |variables: &[(&str, &str)]| {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        xtask.args(WELL).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        said(xtask.env("CARGO", fake).envs(variables.iter().copied()));
        fs::read_to_string(&seen).expect("it builds")
    };
    let ours = "--cfg\u{1f}tokio_unstable\u{1f}-C\u{1f}symbol-mangling-version=v0\n";
    let users = format!("--cfg\u{1f}mine\u{1f}-Copt-level=1\u{1f}{ours}");
    assert!(flags(&[("RUSTFLAGS", "--cfg mine  -Copt-level=1 ")]).starts_with(&users));
    let encoded = ("CARGO_ENCODED_RUSTFLAGS", "--cfg\u{1f}mine\u{1f}-Copt-level=1");
    assert!(flags(&[encoded]).starts_with(&users));
    assert!(flags(&[("RUSTFLAGS", "")]).starts_with(ours));
    let none = flags(&[]);
    assert!(
        none.contains("--config\ntarget.'cfg(all())'.rustflags=[\"--cfg\", \"tokio_unstable\"")
    );
}

#[test]
fn a_home_that_nobody_may_write_to_is_not_needed() {
    xtask(&WELL, &[]).is_well();
    // Not even root can make a file there.
    let homes = [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")].map(|(name, folder)| {
        let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(folder));
        let known = env::var_os(name).map(PathBuf::from).or(home).expect("a home");
        (name, known.to_str().expect("text").to_owned())
    });
    let mut variables = borrowed(&homes);
    variables.push(("HOME", "/proc/self/fdinfo"));
    xtask(&WELL, &variables).is_well();
}

#[test]
fn two_runners_at_once_both_play() {
    thread::scope(|all| {
        for _ in 0..3 {
            all.spawn(|| xtask(&WELL, &[]).is_well());
        }
    });
}

#[test]
fn a_recording_lies_at_any_path() {
    let folder = TempDir::with_prefix("mit Leerzeichen, ü und \"q\" ").expect("a folder");
    let file = folder.path().join("tée 茶.recording");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    fs::copy(root.join("crates/gather/recordings/main.recording"), &file).expect("copied");
    let said = xtask(&["timeline", "--from", file.to_str().expect("text")], &[]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.stdout.contains("main"), "{said:?}");
}

#[test]
#[ignore = "builds the course: cargo xtask ci survives"]
fn a_clone_at_a_path_with_spaces_and_other_letters_builds_runs_and_judges() {
    let folder =
        TempDir::with_prefix_in("mit Leerzeichen, ü und 'q' ", env!("CARGO_TARGET_TMPDIR"));
    let folder = folder.expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    for part in ["Cargo.toml", "Cargo.lock", ".cargo", "crates", "docs", "xtask"] {
        let copied = Command::new("cp").arg("-r").arg(root.join(part)).arg(folder.path()).status();
        assert!(copied.expect("there is a cp").success());
    }
    let call = |arguments: &[&str]| {
        let mut cargo = Command::new(cargo());
        cargo.arg("xtask").args(arguments).current_dir(folder.path()).env("COLUMNS", "400");
        for variable in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            cargo.env_remove(variable);
        }
        said(&mut cargo)
    };
    let said = call(&["test", "gather/main"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let exercise = folder.path().join("crates/gather/exercises/factorials");
    fs::copy(exercise.join("solution.rs"), exercise.join("exercise.rs")).expect("copied");
    let said = call(&["check", "factorials"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.stdout.contains("  right"), "{said:?}");
}

#[test]
#[ignore = "builds a program anew: cargo xtask ci survives"]
fn a_program_is_recorded_whatever_flags_the_user_has() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("other-flags");
    let target = target.to_str().expect("text");
    xtask(&WELL, &[("RUSTFLAGS", "--cfg mine"), ("CARGO_TARGET_DIR", target)]).is_well();
}
