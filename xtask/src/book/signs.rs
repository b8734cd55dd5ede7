//! The signs of the pictures: each for itself, as the introduction has them, and as the legend of a
//! figure.

use anyhow::Result;
use playback::Recording;
use playback::timeline::{Sign, all_signs, signs};

use super::figure::Kind;
use super::{MADE, Made, file_of};
use crate::course::{Course, Lesson, Program};
use crate::tidy::{self, includes};

/// The page that shows them.
const INTRODUCTION: &str = "docs/src/introduction.md";

/// The file of all signs, in which each has an anchor.
pub fn made() -> Made {
    let anchored = |Sign { name, svg, .. }: Sign| {
        format!("<!-- ANCHOR: {name} -->\n{svg}\n<!-- ANCHOR_END: {name} -->\n")
    };
    let all: String = all_signs().into_iter().map(anchored).collect();
    Made {
        file: "docs/signs.html".into(),
        page: "introduction.html".to_owned(),
        text: format!("{MADE} -->\n{all}"),
    }
}

/// The programs of a lesson whose pictures the introduction includes.
pub fn pictured<'a>(course: &Course, lesson: &'a Lesson) -> Result<Vec<&'a Program>> {
    let page = course.root.join(INTRODUCTION);
    if !page.is_file() {
        return Ok(Vec::new());
    }
    let includes = includes::find(&tidy::read(&page)?);
    let is_shown = |program: &&Program| {
        let part = file_of(program, Kind::Picture);
        let path = format!("../../crates/{}/book/{part}", lesson.name);
        includes.iter().any(|include| include.path == path)
    };
    Ok(lesson.programs.iter().filter(is_shown).collect())
}

/// What the signs in the pictures of these runs mean.
pub fn legend(recordings: &[&Recording]) -> String {
    let entry = |Sign { words, svg, .. }: Sign| format!("<li>{svg} {words}</li>\n");
    let entries: String = signs(recordings).into_iter().map(entry).collect();
    format!("<ul class=\"mw-legend\" aria-label=\"What the signs mean\">\n{entries}</ul>\n")
}
