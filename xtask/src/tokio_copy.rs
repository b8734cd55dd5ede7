//! A copy of the lessons that knows `tokio` alone.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::attribute::Attribute;
use crate::course::Course;
use crate::files::{below, read, write_what_differs};

/// What of a lesson's folder is no part of its programs.
const LEFT_OUT: [&str; 3] = ["compile_fail", "snapshots", "tests"];

/// Dependencies that the copy does without.
const UNUSED: [&str; 2] = ["meanwhile", "trybuild"];

/// Writes the copy, a workspace of its own, into `folder`. What is there already and right is not
/// touched, so that cargo does not build it again.
pub fn write(course: &Course, folder: &Utf8Path) -> Result<()> {
    let wanted = contents(course)?;
    for file in below(&folder.join("crates"))? {
        let inside = file.strip_prefix(folder).unwrap_or(&file);
        if !wanted.contains_key(inside) {
            fs::remove_file(&file).with_context(|| format!("removing {file}"))?;
        }
    }
    write_what_differs(folder, wanted)
}

/// The files of the copy, by their path in it.
fn contents(course: &Course) -> Result<BTreeMap<Utf8PathBuf, String>> {
    let mut contents = BTreeMap::new();
    let root = read(&course.root.join("Cargo.toml"))?;
    contents.insert("Cargo.toml".into(), root_manifest(&root)?);
    contents.insert("Cargo.lock".into(), read(&course.root.join("Cargo.lock"))?);
    for lesson in &course.lessons {
        for file in below(&lesson.folder)? {
            let inside = file.strip_prefix(&lesson.folder).unwrap_or(&file);
            let text = match inside.extension() {
                _ if LEFT_OUT.iter().any(|folder| inside.starts_with(folder)) => continue,
                Some("rs") => with_tokio(&read(&file)?),
                Some("toml") => without_unused(&read(&file)?),
                _ => continue,
            };
            let place = file.strip_prefix(&course.root).unwrap_or(&file);
            contents.insert(place.to_owned(), text);
        }
    }
    Ok(contents)
}

/// The workspace's manifest with the lessons alone for members, and a clock that can be paused.
fn root_manifest(manifest: &str) -> Result<String> {
    let mut renewed = String::new();
    let mut is_paused = false;
    let mut is_profile = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            // They name the recorder's own dependencies.
            is_profile = line.starts_with("[profile.recorded");
        }
        if is_profile {
            continue;
        }
        if line.starts_with("members = ") {
            renewed += "members = [\"crates/*\"]";
        } else if line.starts_with("tokio = ") && line.contains("features = [") {
            renewed += &line.replace("features = [", "features = [\"test-util\", ");
            is_paused = true;
        } else {
            renewed += line;
        }
        renewed.push('\n');
    }
    if !is_paused {
        bail!("Cargo.toml has no line `tokio = {{ …, features = [ … ] }}` to add `test-util` to");
    }
    Ok(renewed)
}

fn without_unused(manifest: &str) -> String {
    let is_unused = |line: &&str| {
        let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
        UNUSED.contains(&name)
    };
    manifest.lines().filter(|line| !is_unused(line)).map(|line| line.to_owned() + "\n").collect()
}

/// The program as one writes it without the course: the same source but for the attribute.
fn with_tokio(source: &str) -> String {
    let Some(attribute) = Attribute::find(source) else { return source.to_owned() };
    let mut arguments: Vec<String> = attribute
        .pairs()
        .filter(|(name, _)| *name != "clock")
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    if !attribute.needs_real_clock() {
        arguments.push("start_paused = true".to_owned());
    }
    let replacement = match (attribute.on_async, arguments.is_empty()) {
        (false, _) => String::new(),
        (true, true) => "#[tokio::main]".to_owned(),
        (true, false) => format!("#[tokio::main({})]", arguments.join(", ")),
    };
    let (before, after) = (&source[..attribute.span.start], &source[attribute.span.end..]);
    format!("{before}{replacement}{after}")
}

#[cfg(test)]
mod tests {
    use super::{root_manifest, with_tokio, without_unused};

    #[test]
    fn a_program_keeps_everything_but_the_attribute() {
        let one = |arguments| format!("//! x\n#[{arguments}]\nasync fn main() {{}}\n");
        for (ours, theirs) in [
            (
                "meanwhile::main(flavor = \"current_thread\")",
                "tokio::main(flavor = \"current_thread\", start_paused = true)",
            ),
            (
                "meanwhile::main(flavor = \"current_thread\", clock = \"real\")",
                "tokio::main(flavor = \"current_thread\")",
            ),
            ("meanwhile::main(clock = \"real\")", "tokio::main"),
            ("meanwhile::main(worker_threads = 2)", "tokio::main(worker_threads = 2)"),
        ] {
            assert_eq!(with_tokio(&one(ours)), one(theirs));
        }
    }

    #[test]
    fn a_plain_main_loses_the_attribute() {
        assert_eq!(with_tokio("#[meanwhile::main]\nfn main() {}\n"), "\nfn main() {}\n");
    }

    #[test]
    fn a_source_without_a_main_stays() {
        assert_eq!(with_tokio("pub mod tea;\n"), "pub mod tea;\n");
    }

    #[test]
    fn manifests_forget_what_is_not_used() {
        let lesson = "[dependencies]\nmeanwhile.workspace = true\ntokio.workspace = true\n";
        assert_eq!(without_unused(lesson), "[dependencies]\ntokio.workspace = true\n");
        let root = "members = [\"crates/*\", \"xtask\"]\ntokio = { features = [\"rt\"] }\n\
                    [profile.recorded.package.gimli]\nopt-level = 3\n";
        let renewed = root_manifest(root).expect("it has tokio");
        assert_eq!(
            renewed,
            "members = [\"crates/*\"]\ntokio = { features = [\"test-util\", \"rt\"] }\n"
        );
        assert!(root_manifest("members = []\n").is_err());
    }
}
