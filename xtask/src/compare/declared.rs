//! What is [declared](crate::course::declared) of a program and its twin, and whether it is right.

use crate::Misuse;
use crate::compare::recordings;
use crate::course::declared::{DeclaredLine, Differs};
use crate::course::{Course, Lesson, Program};

/// The differences of a program that are declared.
pub fn of<'a>(course: &'a Course, program: &Program) -> &'a [Differs] {
    lesson(course, program).and_then(|lesson| lesson.differs.get(&program.name)).map_or(&[], |d| d)
}

/// Why a program has no twin, if the manifest says so.
pub fn no_twin<'a>(course: &'a Course, program: &Program) -> Option<&'a str> {
    lesson(course, program)?.no_twin.get(&program.name).map(String::as_str)
}

fn lesson<'a>(course: &'a Course, program: &Program) -> Option<&'a Lesson> {
    course.lessons.iter().find(|lesson| lesson.name == program.lesson)
}

/// Whether the declarations themselves are right, whatever the programs print.
///
/// # Errors
///
/// If they are not: what is wrong with each, and how it is mended.
pub fn check(course: &Course) -> Result<(), Misuse> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let of_lesson = of_lesson(lesson);
        let folder = lesson.folder.strip_prefix(&course.root).unwrap_or(&lesson.folder);
        complaints.extend(of_lesson.into_iter().map(|what| format!("{folder}/Cargo.toml: {what}")));
        let orphans = recordings::orphans(course, lesson);
        complaints
            .extend(orphans.iter().map(|file| format!("{file}: no twin is called so: rm {file}")));
    }
    match complaints.as_slice() {
        [] => Ok(()),
        all => Err(Misuse(format!("what is declared of the twins is wrong:\n{}", all.join("\n")))),
    }
}

fn of_lesson(lesson: &Lesson) -> Vec<String> {
    let mut complaints = Vec::new();
    let known = |name: &String| lesson.programs.iter().find(|program| program.name == *name);
    for (name, groups) in &lesson.differs {
        match known(name) {
            None => complaints.push(format!(
                "`differs.{name}`: no program is called so: correct the name, or remove it"
            )),
            Some(program) if program.twin.is_none() => complaints.push(format!(
                "`differs.{name}`: it has no twin that it could differ from: remove it"
            )),
            Some(_) => {}
        }
        for group in groups {
            if group.reason.trim().is_empty() {
                complaints.push(format!("`differs.{name}`: say why it differs, in `reason`"));
            }
            if group.lines.is_empty() && group.order.is_empty() {
                complaints
                    .push(format!("`differs.{name}`: say what differs, in `lines` or `order`"));
            }
            let misused = group.lines.iter().filter_map(DeclaredLine::misuse);
            complaints.extend(misused.map(|what| format!("`differs.{name}`: {what}")));
        }
    }
    for (name, reason) in &lesson.no_twin {
        match known(name).map(|program| &program.twin) {
            None => complaints.push(format!(
                "`no_twin.{name}`: no program is called so: correct the name, or remove it"
            )),
            Some(Some(twin)) => complaints
                .push(format!("`no_twin.{name}`: there is {twin}: remove the one or the other")),
            Some(None) if reason.trim().is_empty() => {
                complaints.push(format!("`no_twin.{name}`: say why it has none"));
            }
            Some(None) => {}
        }
    }
    let silent = lesson
        .programs
        .iter()
        .filter(|program| program.twin.is_none() && !lesson.no_twin.contains_key(&program.name));
    complaints.extend(silent.map(|program| {
        format!(
            "`{}` has no twin: write {}, or say why there is none in \
             [package.metadata.lesson.no_twin]",
            program.name,
            program.source.with_extension("py"),
        )
    }));
    complaints
}
