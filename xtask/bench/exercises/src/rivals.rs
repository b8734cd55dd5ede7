//! The same code elsewhere: as a rustlings exercise, and as a plain test. Once as it stands in our
//! checks, and once without `#[tracing::instrument]`, which nobody would write there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Places;
use super::cost::{Way, run};
use super::ours::ANSWER;

/// The published version that is installed.
pub const RUSTLINGS: &str = "6.5.0";

/// What the answer calls; `UNIT` is a rest's second.
const GIVEN: &str = r#"
const UNIT: std::time::Duration = std::time::Duration::from_millis(MILLIS);

TRACED
async fn factorial(name: &str, number: u64) -> u64 {
    let mut product = 1;
    for factor in 2..=number {
        println!("Task {name}: factorial({number}), times {factor}...");
        tokio::time::sleep(UNIT * factor as u32).await;
        product *= factor;
    }
    println!("Task {name}: factorial({number}) = {product}");
    product
}
"#;

/// The test of both.
const TEST: &str = r#"
#[cfg(test)]
mod tests {
    #[tokio::test(ARGUMENTS)]
    async fn three_at_once() {
        let began = tokio::time::Instant::now();
        assert_eq!(super::factorials().await, [24, 2, 6]);
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
    }
}
"#;

/// What stands in the manifests of both: our tokio features, our debug information.
const MANIFEST: &str = r#"
[package]
name = "exercises"
edition = "2024"
publish = false

[dependencies]
futures = { version = "0.3", default-features = false, features = ["std"] }
tokio = { version = "1.54", features = ["macros", "rt", "rt-multi-thread", "sync", "time"] }
tracing = { version = "0.1", default-features = false, features = ["attributes", "std"] }

[dev-dependencies]
tokio = { version = "1.54", features = ["test-util"] }

[profile.dev]
debug = "limited"

[profile.dev.package."*"]
debug = false

[workspace]
"#;

/// Whether what is called is traced, as it is in our checks.
#[derive(Clone, Copy)]
struct Traced(bool);

/// A bare `cargo test` of one test on the paused clock.
pub fn cargo_test(places: &Places) -> Result<Vec<Way>> {
    let kinds = [
        ("plain", Traced(true), "bare `cargo test`, paused clock"),
        ("untraced", Traced(false), "the same, untraced"),
    ];
    let mut ways = Vec::new();
    for (name, traced, what) in kinds {
        let folder = places.bench.join(name);
        write(&folder.join("Cargo.toml"), MANIFEST)?;
        let file = folder.join("src/lib.rs");
        let text = program(1000, traced, "", "start_paused = true");
        write(&file, &text)?;
        let mut command = Command::new("cargo");
        command.args(["test", "--lib"]).current_dir(&folder);
        without_our_flags(&mut command);
        let verdict = Box::new(move || run(&mut command));
        ways.push(Way { name: what.to_owned(), file, text, verdict });
    }
    Ok(ways)
}

/// `rustlings run`, of the exercise without any rest, and with rests of a hundredth of ours: it runs
/// test and program on the real clock, which adds twice 0.09 s.
pub fn rustlings(places: &Places) -> Result<Vec<Way>> {
    let rustlings = install(places)?;
    let folder = places.bench.join("course");
    let main = "\n#[tokio::main(flavor = \"current_thread\")]\nasync fn main() {\n    \
                println!(\"Results: {:?}\", factorials().await);\n}\n";
    let exercises = [
        ("rests", 10, Traced(true), "`rustlings run`, rests add 0.18 s"),
        ("no_rest", 0, Traced(true), "the same, without rests"),
        ("untraced", 0, Traced(false), "without rests, untraced"),
    ];
    let (mut info, mut bins) = ("format_version = 1\n".to_owned(), String::new());
    for (name, ..) in exercises {
        info += &format!("\n[[exercises]]\nname = {name:?}\nhint = \"\"\n");
        bins += &format!("\n  {{ name = {name:?}, path = \"exercises/{name}.rs\" }},");
        bins += &format!("\n  {{ name = \"{name}_sol\", path = \"solutions/{name}.rs\" }},");
    }
    write(&folder.join("info.toml"), &info)?;
    write(&folder.join("Cargo.toml"), &format!("bin = [{bins}\n]\n{MANIFEST}"))?;
    let mut ways = Vec::new();
    for (name, unit, traced, what) in exercises {
        let text = program(unit, traced, main, "");
        let file = folder.join("exercises").join(format!("{name}.rs"));
        write(&file, &text)?;
        write(&folder.join("solutions").join(format!("{name}.rs")), &text)?;
        let mut command = Command::new(&rustlings);
        command.args(["run", name]).current_dir(&folder);
        without_our_flags(&mut command);
        let verdict = Box::new(move || run(&mut command));
        ways.push(Way { name: what.to_owned(), file, text, verdict });
    }
    Ok(ways)
}

fn program(unit: u32, traced: Traced, main: &str, arguments: &str) -> String {
    let given = GIVEN.replace("MILLIS", &unit.to_string());
    let given = given.replace("TRACED", if traced.0 { "#[tracing::instrument]" } else { "" });
    let answer = ANSWER.replace("use crate::factorial;\n\n", "");
    format!("{answer}{given}{main}{}", TEST.replace("ARGUMENTS", arguments))
}

fn install(places: &Places) -> Result<PathBuf> {
    let root = places.bench.join("rustlings");
    let binary = root.join("bin/rustlings");
    if !binary.is_file() {
        println!("Installing rustlings {RUSTLINGS}.");
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "rustlings", "--locked", "--version", RUSTLINGS, "--root"]);
        cargo.arg(&root).arg("--target-dir").arg(places.bench.join("rustlings-target"));
        without_our_flags(&mut cargo);
        run(&mut cargo)?;
    }
    Ok(binary)
}

/// Neither the workspace's flags for rustc nor anybody's target folder.
fn without_our_flags(command: &mut Command) {
    command.env("RUSTFLAGS", "").env_remove("CARGO_TARGET_DIR");
}

fn write(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}
