//! Everything that a chapter shows stands in a file that is compiled, run or printed.

use std::collections::HashSet;

use anyhow::Result;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::course::{Course, Lesson};
use crate::files::{below, read};
use crate::tidy::includes::{self, Part};
use crate::tidy::{Complaint, shown};

/// The languages of what a run or the compiler can produce.
const NEVER_BY_HAND: [&str; 6] = ["rust", "python", "text", "console", "output", "console-output"];

/// mdBook shows an empty block, and says nothing, if a file, a line or an anchor is missing: in the
/// chapters, and in the pages beside them.
pub fn every_include_resolves(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints =
        each_chapter(course, |_, page, file, text| of_each_include(page, file, text))?;
    for file in below(&course.root.join("docs/src"))? {
        if file.extension() == Some("md") {
            let page = shown(course, &file).to_string();
            complaints.extend(of_each_include(&page, &file, &read(&file)?)?);
        }
    }
    Ok(complaints)
}

fn of_each_include(page: &str, file: &Utf8Path, text: &str) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for include in includes::find(text) {
        let path = file.with_file_name(&include.path);
        let at = format!("{page}:{}", include.line);
        if !path.is_file() {
            let make = match include.path.contains("book/") {
                true => "part of the book with cargo xtask book refresh",
                false => "snapshot with INSTA_UPDATE=always cargo test -p xtask --test transcripts",
            };
            complaints.push(format!(
                "{at}: it includes {}, which is no file of the lesson: mend the path, or make a \
                 missing {make}",
                include.path
            ));
            continue;
        }
        match &include.part {
            Part::Anchor(name) => {
                let (begins, ends) = includes::anchors(&read(&path)?);
                let times = |names: &[String]| names.iter().filter(|known| *known == name).count();
                if (times(&begins), times(&ends)) != (1, 1) {
                    complaints.push(format!(
                        "{at}: {} has {} `ANCHOR: {name}` and {} `ANCHOR_END: {name}`: it needs one \
                         of each",
                        include.path,
                        times(&begins),
                        times(&ends)
                    ));
                }
            }
            Part::Lines(last) => {
                let lines = read(&path)?.lines().count();
                if *last > lines {
                    complaints.push(format!(
                        "{at}: it includes line {last} of {}, which has {lines}: mend the number",
                        include.path
                    ));
                }
            }
            Part::Whole => {}
        }
    }
    Ok(complaints)
}

/// An anchor that no chapter uses is a mark without a meaning.
pub fn every_anchor_is_used(course: &Course) -> Result<Vec<Complaint>> {
    each_chapter(course, |lesson, page, file, text| {
        let used: HashSet<(Utf8PathBuf, String)> = includes::find(text)
            .into_iter()
            .filter_map(|include| match include.part {
                Part::Anchor(name) => Some((file.with_file_name(&include.path), name)),
                Part::Whole | Part::Lines(_) => None,
            })
            .collect();
        let mut complaints = Vec::new();
        for source in below(&lesson.folder)? {
            if !matches!(source.extension(), Some("rs" | "py" | "toml")) {
                continue;
            }
            let (begins, _) = includes::anchors(&read(&source)?);
            for name in begins {
                if !used.contains(&(source.clone(), name.clone())) {
                    complaints.push(format!(
                        "{}: {page} does not include its anchor `{name}`: include it, or take the \
                         comments out",
                        shown(course, &source)
                    ));
                }
            }
        }
        Ok(complaints)
    })
}

/// Code, output and the compiler's words are included, not written.
pub fn blocks_hold_only_includes(course: &Course) -> Result<Vec<Complaint>> {
    each_chapter(course, |_, page, _, text| {
        let mut complaints = Vec::new();
        for block in blocks(text) {
            let at = format!("{page}:{}", block.line);
            let language = block.info.split([',', ' ', '{']).next().unwrap_or_default();
            if language.is_empty() {
                complaints.push(format!(
                    "{at}: a block without a language: name it (sh for what the reader types)"
                ));
            }
            if block.info.contains("compile_fail") {
                complaints.push(format!(
                    "{at}: a program that rustc refuses lies in compile_fail/, where it is compiled: \
                     include it as `rust,ignore`"
                ));
            }
            let by_hand =
                block.lines.iter().find(|l| !l.trim().is_empty() && !includes::is_include(l));
            let is_empty = block.lines.iter().all(|line| line.trim().is_empty());
            if NEVER_BY_HAND.contains(&language)
                && let Some(by_hand) = by_hand.copied().or(is_empty.then_some(""))
            {
                complaints.push(format!(
                    "{at}: a `{language}` block holds nothing but an include, and here is `{}`: put \
                     it into a file of the lesson that is run or compiled, and include that",
                    by_hand.trim()
                ));
            }
        }
        Ok(complaints)
    })
}

fn each_chapter(
    course: &Course,
    check: impl Fn(&Lesson, &str, &Utf8PathBuf, &str) -> Result<Vec<Complaint>>,
) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let file = lesson.folder.join("chapter.md");
        if file.is_file() {
            let page = shown(course, &file).to_string();
            complaints.extend(check(lesson, &page, &file, &read(&file)?)?);
        }
    }
    Ok(complaints)
}

/// A fenced block.
struct Block<'a> {
    line: usize,
    info: &'a str,
    lines: Vec<&'a str>,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut fence: Option<&str> = None;
    for (line, text) in page.lines().enumerate() {
        let trimmed = text.trim_start();
        let mark = trimmed.chars().next().filter(|first| ['`', '~'].contains(first));
        let length = trimmed.chars().take_while(|letter| Some(*letter) == mark).count();
        match (fence, blocks.last_mut()) {
            (Some(open), Some(_)) if length >= open.len() && trimmed.trim_end().len() == length => {
                fence = None;
            }
            (Some(_), Some(block)) => block.lines.push(text),
            _ if length >= 3 => {
                fence = Some(&trimmed[..length]);
                let info = trimmed[length..].trim();
                blocks.push(Block { line: line + 1, info, lines: Vec::new() });
            }
            _ => {}
        }
    }
    blocks
}
