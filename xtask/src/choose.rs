//! `LESSON[/PROGRAM]`: which programs a command is about.

use crate::Misuse;
use crate::course::{Course, Program};

/// The programs that `wanted` names: all if it names none.
pub fn programs<'a>(course: &'a Course, wanted: Option<&str>) -> Result<Vec<&'a Program>, Misuse> {
    let Some(wanted) = wanted else {
        return Ok(course.programs().collect());
    };
    let (lesson, program) = match wanted.split_once('/') {
        Some((lesson, program)) => (lesson, Some(program)),
        None => (wanted, None),
    };
    let Some(lesson) = course.lessons.iter().find(|known| known.name == lesson) else {
        let names = course.lessons.iter().map(|lesson| lesson.name.clone());
        return Err(unknown("lesson", lesson, course, names));
    };
    match program {
        None => Ok(lesson.programs.iter().collect()),
        Some(name) => match lesson.programs.iter().find(|known| known.name == name) {
            Some(program) => Ok(vec![program]),
            None => {
                let names = lesson.programs.iter().map(Program::path);
                Err(unknown("program", wanted, course, names))
            }
        },
    }
}

/// A name that is no lesson's and no program's.
fn unknown(
    what: &'static str,
    wanted: &str,
    course: &Course,
    names: impl Iterator<Item = String>,
) -> Misuse {
    let examples = course.programs().filter(|program| program.name == wanted);
    let candidates = names.map(|name| {
        let last = name.rsplit('/').next().unwrap_or_default();
        let likeness = strsim::jaro_winkler(&name, wanted)
            .max(strsim::jaro_winkler(last, wanted.rsplit('/').next().unwrap_or_default()));
        (likeness, name)
    });
    let mut near: Vec<(f64, String)> = examples
        .map(|program| (1.0, program.path()))
        .chain(candidates.filter(|(likeness, _)| *likeness > 0.75))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    near.truncate(3);
    let near: Vec<String> = near.into_iter().map(|(_, name)| format!("`{name}`")).collect();
    let near = match near.as_slice() {
        [] => String::new(),
        [name] => format!(" Is it {name}?"),
        [names @ .., last] => format!(" Is it {} or {last}?", names.join(", ")),
    };
    Misuse(format!("there is no {what} `{wanted}`.{near} All of them: cargo xtask list"))
}
