//! The README's blocks that are written from what the repository holds: the table of lessons, and
//! transcripts.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::course::{Course, Lesson};
use crate::files::replace;
use crate::{choose, snapshot};

const LESSONS: &str = "<!-- lessons -->\n";
const LESSONS_END: &str = "<!-- /lessons -->";
const TRANSCRIPT: &str = "<!-- transcript ";
const TRANSCRIPT_END: &str = "<!-- /transcript -->";

/// The lessons as a markdown table, in their order.
pub fn table(lessons: &[Lesson]) -> String {
    let mut table = "| asyncio | tokio | lesson | |\n| --- | --- | --- | --- |\n".to_owned();
    for lesson in lessons {
        let Lesson { asyncio, tokio, title, name, .. } = lesson;
        table += &format!(
            "| {asyncio} | {tokio} | [{title}](crates/{name}/chapter.md) | `cargo run -p {name}` |\n"
        );
    }
    table
}

/// Complains of a README that is not as it would be written; writes it instead if `update` is set.
pub fn check(course: &Course, update: bool) -> Result<Option<String>> {
    let file = course.root.join("README.md");
    let readme = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
    let Some(renewed) = with_table(&readme, &table(&course.lessons)) else {
        return Ok(Some(format!(
            "README.md: it has no place for the table of lessons: add the lines {} and {LESSONS_END}",
            LESSONS.trim()
        )));
    };
    let renewed = with_transcripts(&renewed, |program| transcript(course, program))?;
    if renewed == readme {
        return Ok(None);
    }
    if update {
        replace(&file, renewed.as_bytes())?;
        return Ok(None);
    }
    Ok(Some(
        "README.md: its table of lessons or a transcript is not what the lessons say: UPDATE=1 \
         cargo test -p xtask --test course"
            .to_owned(),
    ))
}

fn with_table(readme: &str, table: &str) -> Option<String> {
    let (before, rest) = readme.split_once(LESSONS)?;
    let (_, after) = rest.split_once(LESSONS_END)?;
    Some(format!("{before}{LESSONS}{table}{LESSONS_END}{after}"))
}

fn with_transcripts(readme: &str, transcript: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut parts = readme.split(TRANSCRIPT);
    let mut renewed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (program, rest) = part.split_once(" -->\n").unwrap_or((part, ""));
        let Some((_, after)) = rest.split_once(TRANSCRIPT_END) else {
            bail!("README.md: the transcript of {program} has no end: add {TRANSCRIPT_END}");
        };
        let text = transcript(program)?;
        renewed +=
            &format!("{TRANSCRIPT}{program} -->\n```text\n{text}\n```\n{TRANSCRIPT_END}{after}");
    }
    Ok(renewed)
}

fn transcript(course: &Course, program: &str) -> Result<String> {
    let found = choose::programs(course, Some(program)).context("README.md names a transcript")?;
    let [program] = found[..] else {
        bail!("README.md: a transcript is that of a LESSON/PROGRAM, and {program} is a lesson");
    };
    match snapshot::committed(course, program)? {
        Some(text) => Ok(text.trim_end().to_owned()),
        None => bail!(
            "README.md: there is no {}: cargo xtask test {}",
            program.snapshot,
            program.path()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{with_table, with_transcripts};

    #[test]
    fn the_table_replaces_what_was_there() {
        let readme = "a\n<!-- lessons -->\nold\n<!-- /lessons -->\nb\n";
        let renewed = with_table(readme, "| new |\n").expect("it has a place");
        assert_eq!(renewed, "a\n<!-- lessons -->\n| new |\n<!-- /lessons -->\nb\n");
        assert_eq!(with_table("a\n", "| new |\n"), None);
    }

    #[test]
    fn each_transcript_is_that_of_its_program() {
        let readme = "a\n<!-- transcript x/y -->\n<!-- /transcript -->\nb\n\
                      <!-- transcript z/main -->\nold\n<!-- /transcript -->\n";
        let renewed = with_transcripts(readme, |program| Ok(format!("0 s  {program}")));
        assert_eq!(
            renewed.expect("both have an end"),
            "a\n<!-- transcript x/y -->\n```text\n0 s  x/y\n```\n<!-- /transcript -->\nb\n\
             <!-- transcript z/main -->\n```text\n0 s  z/main\n```\n<!-- /transcript -->\n"
        );
        assert!(with_transcripts("<!-- transcript x/y -->\n", |_| Ok(String::new())).is_err());
    }
}
