//! Each example of the documents has a program.

use std::collections::HashSet;

use anyhow::Result;

use crate::course::Course;
use crate::tidy::Complaint;

/// The examples of the five documents.
pub const EXAMPLES: [&str; 19] = [
    "000-1", "000-2", "001-1", "001-2", "001-3", "002-1", "002-2", "003-1", "003-2", "003-3",
    "003-4", "003-5", "004-1", "004-2", "004-3", "004-4", "004-5", "004-6", "004-7",
];

/// Every example of the documents is mirrored by a program.
pub fn every_example_is_mirrored(course: &Course) -> Result<Vec<Complaint>> {
    let mirrored: HashSet<&str> =
        course.programs().flat_map(|program| &program.mirrors).map(String::as_str).collect();
    let missing = EXAMPLES.iter().filter(|example| !mirrored.contains(*example)).map(|example| {
        format!(
            "no program mirrors the documents' example {example}: write it, and name it under \
             [package.metadata.lesson.mirrors] in its lesson's Cargo.toml"
        )
    });
    Ok(missing.collect())
}

/// What a manifest says of mirrors names programs and examples that exist.
pub fn mirrors_exist(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        let manifest = format!("crates/{}/Cargo.toml", lesson.name);
        for (program, examples) in &lesson.mirrors {
            if !lesson.programs.iter().any(|known| known.name == *program) {
                complaints.push(format!(
                    "{manifest}: [package.metadata.lesson.mirrors] names `{program}`, which is no \
                     program of this lesson: cargo xtask list"
                ));
            }
            for example in examples.iter().filter(|known| !EXAMPLES.contains(&known.as_str())) {
                complaints.push(format!(
                    "{manifest}: `{program}` mirrors `{example}`, which is no example of the \
                     documents: they are {}",
                    EXAMPLES.join(" ")
                ));
            }
        }
    }
    Ok(complaints)
}
