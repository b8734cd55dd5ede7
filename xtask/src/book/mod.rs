//! The book. A page of a lesson is its `chapter.md`; what in it is made from runs, from the manifest and
//! from the files of the lesson lies in `crates/LESSON/book`, and is committed, so that stock mdBook
//! builds the book as it is. [`refresh`] makes these parts; a test holds each against what it would be.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8PathBuf;

use crate::Outcome;
use crate::course::{Course, Lesson, Program};
use crate::exercises::replace::replace;
use crate::explore::kept;
use crate::show;
use crate::tidy::{self, Complaint, includes};

pub mod browser;
pub mod build;
pub mod exercises;
pub mod figure;
pub mod guest;
pub mod html;
pub mod messages;
pub mod others;
pub mod picture;
pub mod quiz;
pub mod recorded;
pub mod refused;
pub mod rejected;
pub mod run;
pub mod serve;
pub mod side;
pub mod signs;
pub mod summary;
pub mod theme;

use figure::{Figure, Kind};
use recorded::Runs;

/// What makes the parts anew.
pub const REFRESH: &str = "cargo xtask book refresh";

/// How each part begins.
pub const MADE: &str = "<!-- Made by `cargo xtask book refresh`.";

/// A part of the book that is made from the lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its file, from the workspace's folder.
    pub file: Utf8PathBuf,
    /// The page that shows it: `gather.html`.
    pub page: String,
    /// What it holds.
    pub text: String,
}

/// Makes the site of the parts that are there, follows its links, and tries it in Chromium.
pub fn test(course: &Course) -> Result<Outcome> {
    build::build(course)?;
    browser::test(course)
}

/// Makes the parts that are not of today, or says which these are.
pub fn refresh(course: &Course, check: bool) -> Result<Outcome> {
    let made = made(course, !check)?;
    let stale = stale(course, &made)?;
    let orphans = orphans(course, &made)?;
    if check {
        for complaint in complaints(&stale, &orphans) {
            show::print(&format!("{complaint}\n"));
        }
        let is_fine = stale.is_empty() && orphans.is_empty();
        return Ok(if is_fine { Outcome::Fine } else { Outcome::Failed });
    }
    for part in &stale {
        let path = course.root.join(&part.file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
        }
        replace(&path, part.text.as_bytes())?;
        show::print(&format!("made {}\n", part.file));
    }
    for file in &orphans {
        let path = course.root.join(file);
        // What somebody wrote there is theirs.
        if !tidy::read(&path)?.starts_with(MADE) {
            continue;
        }
        fs::remove_file(&path).with_context(|| format!("removing {path}"))?;
        show::print(&format!("removed {file}, which no page includes\n"));
    }
    if stale.is_empty() && orphans.is_empty() {
        show::print("All parts of the book are of today.\n");
    }
    Ok(Outcome::Fine)
}

/// All parts, as they are to be. With `renew`, what has no run of today's program gets one.
pub fn made(course: &Course, renew: bool) -> Result<Vec<Made>> {
    let mut figures = Vec::new();
    for lesson in &course.lessons {
        for (program, kind) in wanted(lesson)? {
            figures.push((lesson, program, kind));
        }
        for program in signs::pictured(course, lesson)? {
            figures.push((lesson, program, Kind::Picture));
        }
    }
    let quizzes = quiz::all(course)?;
    let mut programs: Vec<&Program> = figures.iter().map(|(_, program, _)| *program).collect();
    let messages = messages::wanted(course)?;
    let said = messages.iter().map(|message| message.program);
    for program in quiz::programs(&quizzes).into_iter().chain(said).chain(picture::pictured(course))
    {
        if !programs.contains(&program) {
            programs.push(program);
        }
    }
    let runs = Runs::of(course, &programs, renew)?;
    let mut made = summary::made(course)?;
    made.extend(exercises::made(course)?);
    for (lesson, program, kind) in figures {
        let explored = kept::kept(course, program)?;
        let figure = Figure::of(course, program, runs.tokio(program)?, explored)?;
        made.push(part(lesson, &file_of(program, kind), figure.html(kind)));
    }
    made.extend(quiz::made(course, &quizzes, &runs)?);
    made.extend(refused::made(course)?);
    made.extend(messages::made(&messages, &runs)?);
    made.push(signs::made());
    made.extend(picture::made(course, &runs)?);
    made.extend(theme::made(course)?);
    made.extend(guest::made(course)?);
    Ok(made)
}

/// A part that lies in its lesson's folder.
fn part(lesson: &Lesson, name: &str, html: String) -> Made {
    let (file, page) =
        (format!("crates/{}/book/{name}", lesson.name), format!("{}.html", lesson.name));
    let text = format!("{MADE} -->\n{html}");
    Made { file: file.into(), page, text }
}

fn file_of(program: &Program, kind: Kind) -> String {
    match kind {
        Kind::Run => format!("{}.run.html", program.name),
        Kind::Player => format!("{}.player.html", program.name),
        Kind::Picture => format!("{}.picture.html", program.name),
    }
}

/// The figures that a lesson's chapter includes.
fn wanted(lesson: &Lesson) -> Result<Vec<(&Program, Kind)>> {
    let chapter = lesson.folder.join("chapter.md");
    if !chapter.is_file() {
        return Ok(Vec::new());
    }
    let mut wanted = Vec::new();
    for include in includes::find(&tidy::read(&chapter)?) {
        let Some(file) = include.path.strip_prefix("book/") else { continue };
        for program in &lesson.programs {
            for kind in [Kind::Run, Kind::Player] {
                if file == file_of(program, kind) && !wanted.contains(&(program, kind)) {
                    wanted.push((program, kind));
                }
            }
        }
    }
    Ok(wanted)
}

/// The parts that lie there otherwise, or not at all.
pub fn stale(course: &Course, made: &[Made]) -> Result<Vec<Made>> {
    let mut stale = Vec::new();
    for part in made {
        let path = course.root.join(&part.file);
        if !path.is_file() || tidy::read(&path)? != part.text {
            stale.push(part.clone());
        }
    }
    Ok(stale)
}

/// The files among the parts that are none.
pub fn orphans(course: &Course, made: &[Made]) -> Result<Vec<Utf8PathBuf>> {
    let mut orphans = Vec::new();
    for lesson in &course.lessons {
        for path in tidy::files(&lesson.folder.join("book"))? {
            let file = path.strip_prefix(&course.root).unwrap_or(&path).to_owned();
            if !made.iter().any(|part| part.file == file) {
                orphans.push(file);
            }
        }
    }
    Ok(orphans)
}

/// What is wrong with these parts, and how it is mended.
pub fn complaints(stale: &[Made], orphans: &[Utf8PathBuf]) -> Vec<Complaint> {
    let stale = stale.iter().map(|part| {
        format!("{}, on the page {}, is not of today: {REFRESH}", part.file, part.page)
    });
    let orphans = orphans.iter().map(|file| format!("{file}: no page includes it: {REFRESH}"));
    stale.chain(orphans).collect()
}

#[cfg(test)]
mod tests {
    use super::{Made, complaints};

    #[test]
    fn what_is_stale_is_named_with_its_page_and_the_command() {
        let made = Made {
            file: "crates/tea/book/main.run.html".into(),
            page: "tea.html".to_owned(),
            text: String::new(),
        };
        let said = complaints(&[made], &["crates/tea/book/old.run.html".into()]);
        assert_eq!(
            said,
            [
                "crates/tea/book/main.run.html, on the page tea.html, is not of today: cargo xtask book refresh",
                "crates/tea/book/old.run.html: no page includes it: cargo xtask book refresh",
            ]
        );
    }
}
