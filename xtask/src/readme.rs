//! The table of lessons in the README, which is written from their manifests.

use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;

use crate::course::Lesson;

const BEGIN: &str = "<!-- lessons -->";
const END: &str = "<!-- /lessons -->";

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

/// The README with its table of lessons made new; none if it has no place for one.
pub fn renewed(readme: &str, lessons: &[Lesson]) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{}{END}{after}", table(lessons)))
}

/// Complains of a table that is not as the manifests say; writes it instead if `update` is set.
pub fn check(file: &Utf8Path, lessons: &[Lesson], update: bool) -> Result<Option<String>> {
    let readme = fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
    let Some(renewed) = renewed(&readme, lessons) else {
        return Ok(Some(format!(
            "{file}: it has no place for the table of lessons: add the lines {BEGIN} and {END}"
        )));
    };
    if renewed == readme {
        return Ok(None);
    }
    if update {
        fs::write(file, renewed).with_context(|| format!("writing {file}"))?;
        return Ok(None);
    }
    Ok(Some(format!(
        "{file}: its table of lessons is not what their manifests say: UPDATE=1 cargo test -p xtask \
         --test course"
    )))
}
