//! Rules about the programs that rustc refuses: the gallery is made of them.

use anyhow::Result;

use crate::book::rejected::Header;
use crate::course::Course;
use crate::files::read;
use crate::tidy::{Complaint, counted, shown};

/// Each begins with a comment that the gallery shows as its text.
pub fn every_header_says_what_asyncio_would_do(course: &Course) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for name in &lesson.rejected {
            let file = lesson.folder.join(format!("compile_fail/{name}.rs"));
            let text = Header::of(&read(&file)?).text();
            if !text.starts_with("Meant: ") || !text.contains("asyncio would ") {
                complaints.push(format!(
                    "{}: its header is `{text}`: begin with `// Meant: …. asyncio would have …`",
                    shown(course, &file)
                ));
            }
        }
    }
    Ok(complaints)
}

/// A name is an anchor of the gallery.
pub fn no_two_rejected_programs_are_called_the_same(course: &Course) -> Result<Vec<Complaint>> {
    let counts = counted(course.lessons.iter().flat_map(|lesson| &lesson.rejected));
    let mut complaints = Vec::new();
    for lesson in &course.lessons {
        for name in lesson.rejected.iter().filter(|name| counts[name] > 1) {
            complaints.push(format!(
                "{}: another lesson has a rejected program `{name}` too: rename one",
                shown(course, &lesson.folder.join(format!("compile_fail/{name}.rs")))
            ));
        }
    }
    Ok(complaints)
}
