//! The folder of a new prediction: the lines of a program, mixed up.

use std::iter;

use anyhow::Result;

use super::templates::{PREDICTION, filled};
use crate::Misuse;
use crate::choose;
use crate::course::{Course, Program};
use crate::exercises::predict::{run, text};
use crate::exercises::verdict::Name;

/// The order of the first prediction of a lesson: behind its exercises of code.
pub const FIRST: u32 = 50;

/// The files of a prediction of what this program prints, with their names.
///
/// # Errors
///
/// [`Misuse`] if there is no such program, or nothing of what it prints can be put in order.
pub fn files(course: &Course, wanted: &str, name: &str) -> Result<(Vec<(String, String)>, String)> {
    let program = match choose::programs(course, Some(wanted))?.as_slice() {
        [program] => *program,
        _ => {
            return Err(Misuse(format!("`{wanted}` is no LESSON/PROGRAM: cargo xtask list")).into());
        }
    };
    let lines = run::lines(course, program)?;
    if let Some(why) = unfit(&lines) {
        return Err(Misuse(format!("{}: {why}: choose another program", program.path())).into());
    }
    Ok((written(program, &lines, name), program.path()))
}

/// Why these lines are none to put in order.
fn unfit(lines: &[(String, bool)]) -> Option<String> {
    if lines.len() < 2 {
        return Some("it prints fewer than two lines".to_owned());
    }
    let odd = lines.iter().find(|(line, _)| !text::can_be_predicted(line));
    odd.map(|(line, _)| format!("its line {line:?} cannot be told from a mark or a comment"))
}

/// The start is the other way round. Of the wrong orders one has the last line first, the other only its
/// mark wrong.
fn written(program: &Program, lines: &[(String, bool)], name: &str) -> Vec<(String, String)> {
    let (last, others) = lines.split_last().expect("there are two at the least");
    let plain = |(line, _): &(String, bool)| line.clone();
    let marked = |(line, is_luck): &(String, bool)| match is_luck {
        true => format!("{} {line}", text::MARK),
        false => line.clone(),
    };
    let reversed: Vec<String> = lines.iter().rev().map(plain).collect();
    let turned = iter::once(last).chain(others).map(plain).collect();
    let wrong_mark = (last.0.clone(), !last.1);
    let mismarked = others.iter().chain([&wrong_mark]).map(marked).collect();
    let earns = if last.1 { Name::LuckNotMarked } else { Name::PromisedAfterAll };
    let orders = [
        ("start.txt", reversed.clone()),
        ("exercise.txt", reversed),
        ("wrong_one.txt", turned),
        ("wrong_other.txt", mismarked),
        ("hints.md", Vec::new()),
    ];
    let file = |(file, lines): (&str, Vec<String>)| {
        let known = PREDICTION.iter().find(|(known, _)| *known == file);
        let (_, template) = known.expect("each of these has a template");
        let (source, lines) = (program.source.as_str(), lines.join("\n"));
        let blanks = [
            ("__EXERCISE__", name),
            ("__SOURCE__", source),
            ("__EARNS__", earns.text()),
            ("__LINES__", &lines),
        ];
        (file.to_owned(), filled(template, &blanks))
    };
    orders.into_iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    use records::Clock;

    use super::*;
    use crate::course::Kind;

    fn lines(text: &str) -> Vec<(String, bool)> {
        text.lines().map(|line| (line.to_owned(), line == "boil")).collect()
    }

    #[test]
    fn no_line_of_the_start_stands_where_it_is_printed() {
        let program = Program {
            lesson: "tea".into(),
            name: "main".into(),
            kind: Kind::Bin,
            features: Vec::new(),
            command: String::new(),
            clock: Clock::Virtual,
            mirrors: Vec::new(),
            source: "crates/tea/src/main.rs".into(),
            twin: None,
            snapshot: "crates/tea/snapshots/main.snap".into(),
        };
        let files = written(&program, &lines("fill\nboil\npour"), "predict_tea");
        let of = |name: &str| {
            let (_, text) = files.iter().find(|(known, _)| known == name).expect(name);
            assert!(!text.contains("__"), "{text}");
            text::Prediction::parse(text).lines
        };
        let texts = |name| of(name).into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
        assert_eq!(texts("start.txt"), "pour boil fill");
        assert_eq!(of("exercise.txt"), of("start.txt"));
        assert_eq!(texts("wrong_one.txt"), "pour fill boil");
        assert_eq!(texts("wrong_other.txt"), "fill boil pour");
        let marks: Vec<bool> = of("wrong_other.txt").iter().map(|line| line.is_luck).collect();
        assert_eq!(marks, [false, true, true]);
        assert_eq!(files.len(), 5);
    }

    #[test]
    fn a_line_that_looks_like_a_mark_cannot_be_put_in_order() {
        assert_eq!(unfit(&lines("fill\nboil")), None);
        assert!(unfit(&lines("fill")).is_some());
        assert!(unfit(&lines("fill\n~ boil")).is_some_and(|why| why.contains("~ boil")));
    }
}
