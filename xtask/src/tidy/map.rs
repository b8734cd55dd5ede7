//! The map of names, `docs/src/map.md`: it says nothing that no program shows.

use anyhow::Result;

use crate::course::{Course, Lesson, Program};
use crate::files::read;
use crate::tidy::{Complaint, includes};

/// Where it lies, from the workspace's folder.
const MAP: &str = "docs/src/map.md";

/// Where tokio and asyncio do not do the same, or do and are thought not to: the programs that show
/// it beside their twins, by name.
pub const TWELVE: [&str; 12] = [
    "join_rotates",
    "yield_now",
    "siblings_dropped",
    "lost_error",
    "cancel_is_drop",
    "main_returns_first",
    "sleep_starts_when_made",
    "ready_beats_deadline",
    "dropped_handle",
    "task_local",
    "queue_never_yields",
    "lazy_alike",
];

/// A row of a table: its line in the page, from 1, and its cells.
pub(super) struct Row<'a> {
    pub line: usize,
    pub cells: Vec<&'a str>,
}

/// Every row ends with a link to the figure of one program, and names it; the program's
/// chapter has that figure.
pub fn every_row_leads_to_its_program(course: &Course) -> Result<Vec<Complaint>> {
    let page = read(&course.root.join(MAP))?;
    let rows = rows(&page);
    if rows.is_empty() {
        return Ok(vec![format!("{MAP}: it has no rows: a row for each name, in a table")]);
    }
    let form = "its last cell ends with [PROGRAM](LESSON.md#PROGRAM)";
    let mut complaints = Vec::new();
    for row in rows {
        let at = format!("{MAP}:{}", row.line);
        let last = row.cells.last().copied().unwrap_or_default();
        let [(text, target)] = links(last)[..] else {
            complaints.push(format!("{at}: a row leads to one program: {form}"));
            continue;
        };
        let Some((lesson, program)) = program_at(course, target) else {
            complaints.push(format!("{at}: {target} is no program of that lesson: {form}"));
            continue;
        };
        let cell = format!("[{}]({target})", program.name);
        if !last.ends_with(&cell) {
            complaints.push(format!("{at}: `{text}` leads to {}: write {cell}", program.path()));
        }
        if !has_figure(lesson, program)? {
            complaints.push(format!(
                "{at}: {target} is no place on that page: crates/{}/chapter.md includes neither \
                 book/{1}.run.html nor book/{1}.player.html",
                lesson.name, program.name
            ));
        }
    }
    for (number, line) in page.lines().enumerate() {
        for (_, target) in links(line) {
            let page = target.split('#').next().unwrap_or_default();
            let is_outside = page.contains("://") || page.is_empty();
            let is_lesson = course.lessons.iter().any(|l| page == format!("{}.md", l.name));
            if !is_outside && !is_lesson && !course.root.join("docs/src").join(page).exists() {
                let at = format!("{MAP}:{}", number + 1);
                complaints.push(format!("{at}: there is no {page}: mend the link"));
            }
        }
    }
    Ok(complaints)
}

/// Each of the programs with these names is there, has a twin, and is linked from the map.
pub fn each_has_a_twin_and_a_place(course: &Course, names: &[&str]) -> Result<Vec<Complaint>> {
    let page = read(&course.root.join(MAP))?;
    let rows = rows(&page);
    let linked = |program: &Program| {
        let mut links = rows.iter().flat_map(|row| row.cells.iter().flat_map(|cell| links(cell)));
        links.any(|(_, target)| {
            program_at(course, target).is_some_and(|(_, known)| known == program)
        })
    };
    let mut complaints = Vec::new();
    for name in names {
        let Some(program) = course.programs().find(|program| program.name == *name) else {
            complaints.push(format!("no lesson has a program `{name}`: it shows a difference"));
            continue;
        };
        let source = &program.source;
        if program.twin.is_none() {
            let twin = source.with_extension("py");
            complaints.push(format!("{source}: it shows a difference: write its twin, {twin}"));
        }
        if !linked(program) {
            complaints.push(format!("{MAP}: no row leads to {}: add one", program.path()));
        }
    }
    Ok(complaints)
}

/// The program whose figure a link leads to: `gather.md#main`.
fn program_at<'a>(course: &'a Course, target: &str) -> Option<(&'a Lesson, &'a Program)> {
    let (lesson, program) = target.split_once(".md#")?;
    let lesson = course.lessons.iter().find(|known| known.name == lesson)?;
    let program = lesson.programs.iter().find(|known| known.name == program)?;
    Some((lesson, program))
}

/// Whether a lesson's chapter shows a program in a figure, which is called as the program.
fn has_figure(lesson: &Lesson, program: &Program) -> Result<bool> {
    let chapter = lesson.folder.join("chapter.md");
    if !chapter.is_file() {
        return Ok(false);
    }
    let parts = ["run", "player"].map(|kind| format!("book/{}.{kind}.html", program.name));
    let includes = includes::find(&read(&chapter)?);
    Ok(includes.iter().any(|include| parts.iter().any(|part| include.path == part.as_str())))
}

/// The rows of all tables, without their headings.
pub(super) fn rows(page: &str) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for (number, text) in page.lines().enumerate() {
        let Some(inner) = text.trim().strip_prefix('|') else { continue };
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        if cells.iter().all(|cell| cell.chars().all(|letter| "-:".contains(letter))) {
            // What stands above the line is the heading.
            rows.pop();
        } else {
            rows.push(Row { line: number + 1, cells });
        }
    }
    rows
}

/// The links of a line: their texts and where they lead.
fn links(line: &str) -> Vec<(&str, &str)> {
    let mut links = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        let text = before.rsplit_once('[').map_or("", |(_, text)| text);
        let (path, more) = after.split_once(')').unwrap_or((after, ""));
        links.push((text, path));
        rest = more;
    }
    links
}
