//! The table of contents, and for each lesson the pages that include its chapter and its exercises.

use anyhow::{Context, Result};

use super::{MADE, Made};
use crate::course::{Course, Lesson};
use crate::tidy;

/// The pages before the lessons.
const BEFORE: [&str; 2] = ["introduction", "map"];

/// The pages after them.
const AFTER: [(&str, &[&str]); 4] = [
    ("Where it goes wrong", &["refused", "panics"]),
    ("To look up", &["documents", "glossary", "record-your-own"]),
    ("Trust and cost", &["cost", "survives", "costs"]),
    ("For contributors", &["adding-a-lesson", "claims", "mistakes", "runner-json"]),
];

/// The table of contents and the lessons' pages.
///
/// # Errors
///
/// If a page has no heading to be called by.
pub fn made(course: &Course) -> Result<Vec<Made>> {
    let mut summary = format!("{MADE} -->\n# Summary\n\n");
    for page in BEFORE {
        summary += &format!("[{}]({page}.md)\n", title(course, page)?);
    }
    summary += "\n# The lessons\n\n";
    let mut made = Vec::new();
    for lesson in &course.lessons {
        let Lesson { name, title, .. } = lesson;
        summary += &format!("- [{title}]({name}.md)\n  - [Exercises]({name}-exercises.md)\n");
        made.push(stub(name, &format!("crates/{name}/chapter.md")));
        made.push(stub(&format!("{name}-exercises"), &format!("crates/{name}/book/exercises.md")));
    }
    for (part, pages) in AFTER {
        summary += &format!("\n# {part}\n\n");
        for page in pages {
            summary += &format!("- [{}]({page}.md)\n", title(course, page)?);
        }
    }
    made.push(page("SUMMARY", summary));
    made.push(page("claims", claims(course)));
    Ok(made)
}

/// What each chapter claims, and the run that shows it: `claims.md` of each lesson.
fn claims(course: &Course) -> String {
    let mut text = format!(
        "{MADE} -->\n# The claims of each chapter\n\n\
         A chapter claims what a run shows.\n\
         Here is, for each chapter, what was checked, and against which run.\n\
         Whoever changes a chapter changes its list with it: `crates/LESSON/claims.md`.\n"
    );
    for Lesson { name, title, .. } in &course.lessons {
        text += &format!(
            "\n## {title}\n\n<details class=\"mw-fold\"><summary>What the chapter claims</summary>\n\n\
             The chapter: [{name}]({name}.md).\n\n\
             {{{{#include ../../crates/{name}/claims.md}}}}\n\n</details>\n"
        );
    }
    text
}

/// A page that is made as a whole.
pub fn page(name: &str, text: String) -> Made {
    Made { file: format!("docs/src/{name}.md").into(), page: format!("{name}.html"), text }
}

fn stub(name: &str, file: &str) -> Made {
    let text = format!("{MADE} -->\n{{{{#include ../../{file}}}}}\n");
    page(name, text)
}

/// A page's first heading.
fn title(course: &Course, page: &str) -> Result<String> {
    let file = course.root.join(format!("docs/src/{page}.md"));
    let text = tidy::read(&file)?;
    let heading = text.lines().find_map(|line| line.strip_prefix("# "));
    heading.map(|title| title.trim().to_owned()).with_context(|| format!("{file} has no heading"))
}
