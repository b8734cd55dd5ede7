//! A lesson is a folder, and all of it is named alike.

use anyhow::Result;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::course::{Course, Kind, Lesson};
use crate::explore::kept;
use crate::files::{below, read};
use crate::new::BLANK;
use crate::tidy::{Complaint, counted, shown};

/// Package = folder.
pub fn a_package_is_called_as_its_folder(course: &Course) -> Result<Vec<Complaint>> {
    let misnamed = course.lessons.iter().filter(|l| l.folder.file_name() != Some(&l.name));
    Ok(misnamed
        .map(|lesson| {
            let folder = shown(course, &lesson.folder);
            format!(
                "{folder}/Cargo.toml: the package is called `{}`: call it as its folder",
                lesson.name
            )
        })
        .collect())
}

/// No two lessons have the same place in the course.
pub fn the_order_is_unique(course: &Course) -> Result<Vec<Complaint>> {
    let counts = counted(course.lessons.iter().map(|lesson| lesson.order));
    let doubled = course.lessons.iter().filter(|lesson| counts[&lesson.order] > 1);
    Ok(doubled
        .map(|lesson| {
            let folder = shown(course, &lesson.folder);
            format!(
                "{folder}/Cargo.toml: another lesson has `order = {}` too: give this one a place of \
                 its own (cargo xtask list)",
                lesson.order
            )
        })
        .collect())
}

/// cargo puts the examples of all packages into one folder, and the last one built wins.
pub fn no_two_examples_are_called_the_same(course: &Course) -> Result<Vec<Complaint>> {
    let mut examples: Vec<(&Lesson, &String)> = Vec::new();
    for lesson in &course.lessons {
        let programs = lesson.programs.iter().filter(|program| program.kind == Kind::Example);
        let names = programs.map(|program| &program.name).chain(&lesson.helpers);
        examples.extend(names.map(|name| (lesson, name)));
    }
    let counts = counted(examples.iter().map(|(_, name)| *name));
    Ok(examples
        .iter()
        .filter(|(_, name)| counts[name] > 1)
        .map(|(lesson, name)| {
            let folder = shown(course, &lesson.folder);
            format!(
                "{folder}/examples/{name}.rs: another package has an example `{name}` too, and cargo \
                 builds both into one file: rename one"
            )
        })
        .collect())
}

/// What `cargo xtask new` leaves open has been written.
pub fn nothing_is_left_to_be_written(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for file in below(&lesson.folder)? {
            let is_written = matches!(file.extension(), Some("rs" | "py" | "md" | "toml" | "txt"))
                && !is_made(&file);
            if !is_written {
                continue;
            }
            for (number, line) in read(&file)?.lines().enumerate() {
                if line.to_lowercase().contains(BLANK) {
                    let at = shown(course, &file);
                    complaints.push(format!("{at}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    Ok(complaints)
}

fn is_made(file: &Utf8Path) -> bool {
    file.components().any(|part| part.as_str() == "book")
}

/// What exploring found is kept of each program, and of its text of today.
pub fn every_program_was_explored(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for program in &lesson.programs {
            if kept::kept(course, program)?.is_none() {
                let (file, path) = (kept::file(program), program.path());
                complaints.push(format!(
                    "{file}: it is not of today's program: cargo xtask explore {path} --keep"
                ));
            }
        }
        let known: Vec<Utf8PathBuf> =
            lesson.programs.iter().map(|program| course.root.join(kept::file(program))).collect();
        for file in below(&lesson.folder.join("explored"))? {
            if !known.contains(&file) {
                let file = shown(course, &file);
                complaints
                    .push(format!("{file}: it is of no program of the lesson: git rm {file}"));
            }
        }
    }
    Ok(complaints)
}

/// A lesson has a chapter, and a chapter has a lesson.
pub fn chapter_and_metadata_go_together(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let chapter = lesson.folder.join("chapter.md");
        if !chapter.is_file() {
            let chapter = shown(course, &chapter);
            complaints.push(format!("{chapter}: there is none; a lesson has one: write it"));
        }
    }
    for chapter in below(&course.root.join("crates"))? {
        let is_chapter = chapter.file_name() == Some("chapter.md");
        if is_chapter && !course.lessons.iter().any(|l| Some(&*l.folder) == chapter.parent()) {
            complaints.push(format!(
                "{}: it lies in no lesson: add [package.metadata.lesson] to the Cargo.toml beside it",
                shown(course, &chapter)
            ));
        }
    }
    Ok(complaints)
}

/// Every snapshot is that of a program.
pub fn no_snapshot_is_an_orphan(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for file in below(&lesson.folder.join("snapshots"))? {
            let snapshot = shown(course, &file);
            if file.extension() == Some("snap")
                && !lesson.programs.iter().any(|program| program.snapshot == snapshot)
            {
                complaints.push(format!("{snapshot}: no program is called so: git rm {snapshot}"));
            }
        }
    }
    Ok(complaints)
}
