//! The manifests of the workspaces that answers are built in.

use anyhow::Result;

use crate::course::{Course, Lesson};
use crate::files::read;

/// The course's own manifest with the lesson's package for its only member.
pub fn workspace(course: &Course, lesson: &Lesson) -> Result<String> {
    let mut text = String::new();
    for line in read(&course.root.join("Cargo.toml"))?.lines() {
        if line.starts_with("members = ") {
            text += &format!("members = [{:?}]", lesson.name);
        } else {
            text += &line.replace("path = \"", &format!("path = \"{}/", course.root));
        }
        text.push('\n');
    }
    Ok(text)
}

/// How each lesson links what records it.
const LINKED: &str = "meanwhile.workspace = true";

/// The same with the recorder. A feature that is asked for on cargo's command line alone is not in the
/// lock file: cargo would ask the registry at each save what it needs.
const RECORDED: &str = r#"meanwhile = { workspace = true, features = ["record"] }"#;

/// A package with the lesson's dependencies. What is denied in a lesson is a warning here: the judge
/// has more to say of it than the compiler.
pub fn package(lesson: &Lesson, name: &str) -> Result<String> {
    let own = read(&lesson.folder.join("Cargo.toml"))?;
    let is_header = |line: &&str| line.starts_with('[');
    let dependencies = own
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .enumerate()
        .take_while(|(number, line)| *number == 0 || !is_header(line))
        .map(|(_, line)| if line == LINKED { RECORDED } else { line })
        .collect::<Vec<_>>()
        .join("\n");
    Ok(format!(
        "[package]\nname = \"{name}\"\nedition.workspace = true\nrust-version.workspace = true\n\
         publish = false\n\n{dependencies}\n\n[lints.rust]\nunsafe_code = \"forbid\"\n\
         dead_code = \"allow\"\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::{RECORDED, package};
    use crate::course::Course;

    #[test]
    fn answers_of_each_lesson_are_linked_with_the_recorder() {
        for lesson in &Course::find().expect("the course is there").lessons {
            let manifest = package(lesson, "answers").expect("the lesson has a manifest");
            assert!(manifest.lines().any(|line| line == RECORDED), "{manifest}");
        }
    }
}
