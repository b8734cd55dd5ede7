//! Every source belongs to something, and says how it is run.

use std::collections::HashSet;

use anyhow::Result;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::course::{Course, Program};
use crate::files::{below, read};
use crate::tidy::{Complaint, shown};

/// A program's header holds the command that runs it.
pub fn every_program_says_how_it_is_run(course: &Course) -> Result<Vec<Complaint>> {
    each_program(course, |program, header| {
        let mut commands =
            header.lines().map(str::trim).filter(|line| line.starts_with("cargo run"));
        let Program { source, command, .. } = program;
        if commands.clone().any(|known| known == command) {
            return None;
        }
        Some(match commands.next() {
            Some(wrong) => format!("{source}: its header says `{wrong}`: it is run by `{command}`"),
            None => format!(
                "{source}: its header does not say how it is run: add the line `//!     {command}`"
            ),
        })
    })
}

/// A program has an asyncio twin, or its header says why there is none.
pub fn every_program_has_a_twin(course: &Course) -> Result<Vec<Complaint>> {
    each_program(course, |program, header| {
        let header = header.to_lowercase();
        let words: Vec<&str> = header.split_whitespace().collect();
        let header = words.join(" ");
        let has_none = ["no twin", "no asyncio twin"].iter().any(|words| header.contains(words));
        let source = &program.source;
        match (&program.twin, has_none) {
            (None, false) => Some(format!(
                "{source}: it has no twin: write {}, or say in the header why there is none: `//! No \
                 twin: …`",
                source.with_extension("py")
            )),
            (Some(twin), true) => {
                Some(format!("{source}: its header says `no twin`, and there is {twin}: mend one"))
            }
            _ => None,
        }
    })
}

/// A program starts by the attribute: without it, it is not recorded.
pub fn every_program_has_the_attribute(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for program in course.programs() {
        let source = &program.source;
        if crate::attribute::Attribute::find(&read(&course.root.join(source))?).is_none() {
            complaints.push(format!(
                "{source}: its main function has no #[meanwhile::main(…)]: put it there"
            ));
        }
    }
    Ok(complaints)
}

/// What cargo does not know is not compiled.
pub fn every_source_belongs_to_a_target(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let mut known = HashSet::new();
        for target in &lesson.targets {
            modules(target, &mut known);
        }
        for file in below(&lesson.folder)? {
            let elsewhere = ["compile_fail", "exercises"].map(|name| lesson.folder.join(name));
            let is_elsewhere = elsewhere.iter().any(|folder| file.starts_with(folder));
            if file.extension() == Some("rs") && !known.contains(&file) && !is_elsewhere {
                complaints.push(format!(
                    "{}: no cargo target holds it, so nothing compiles it: move it to examples/, or \
                     name it in a `mod`",
                    shown(course, &file)
                ));
            }
        }
    }
    Ok(complaints)
}

/// A program that rustc refuses, and its words, are a pair of files.
pub fn every_rejected_program_has_its_words(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for file in below(&lesson.folder.join("compile_fail"))? {
            let (other, mend) = match file.extension() {
                Some("rs") => ("stderr", "make it: TRYBUILD=overwrite cargo test -p"),
                Some("stderr") => ("rs", "remove it, or write its program; then: cargo test -p"),
                _ => continue,
            };
            let other = file.with_extension(other);
            if !other.is_file() {
                complaints.push(format!(
                    "{}: there is no {} beside it: {mend} {}",
                    shown(course, &file),
                    other.file_name().unwrap_or_default(),
                    lesson.name
                ));
            }
        }
    }
    Ok(complaints)
}

fn each_program(
    course: &Course,
    check: impl Fn(&Program, &str) -> Option<Complaint>,
) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for program in course.programs() {
        let text = read(&course.root.join(&program.source))?;
        let header: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).collect();
        complaints.extend(check(program, &header.join("\n")));
    }
    Ok(complaints)
}

/// A source and the files of the modules that it declares.
fn modules(source: &Utf8Path, known: &mut HashSet<Utf8PathBuf>) {
    let Ok(text) = std::fs::read_to_string(source) else { return };
    if !known.insert(source.to_owned()) {
        return;
    }
    let folder = source.parent().unwrap_or(source);
    let stem = source.file_stem().unwrap_or_default();
    for line in text.lines() {
        let Some(name) = line.trim().strip_suffix(';').and_then(|line| line.split_once("mod "))
        else {
            continue;
        };
        let name = name.1.trim();
        for base in [folder.to_owned(), folder.join(stem)] {
            modules(&base.join(format!("{name}.rs")), known);
            modules(&base.join(name).join("mod.rs"), known);
        }
    }
}
