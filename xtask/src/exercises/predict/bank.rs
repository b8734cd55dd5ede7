//! Proves what is known of predictions: each key says what its program does now, and each answer earns
//! the verdict that it must.

use anyhow::Result;

use super::key::Key;
use super::text::{COMMENT, Prediction};
use super::{judge, run};
use crate::course::Course;
use crate::drift::Drift;
use crate::exercises::Exercise;
use crate::exercises::bank::{entries, said};
use crate::exercises::verdict::Name;
use crate::files::read;
use crate::show::{self, indented};

/// An answer, and what came of it.
#[derive(Clone, Debug)]
pub struct Earned {
    /// The answer's name: `start`, `wrong_in_turn`, `as recorded`, `emptied`.
    pub name: String,
    /// The name of the verdict that it must earn.
    pub must: String,
    /// The name of the one that it earned.
    pub earned: String,
    /// What was said of it.
    pub said: String,
}

/// Proves the bank of these exercises, or makes their keys anew; returns the complaints.
pub fn bank(course: &Course, exercises: &[&Exercise], accept: bool) -> Result<Vec<String>> {
    if exercises.is_empty() {
        return Ok(Vec::new());
    }
    let mut complaints = Vec::new();
    // A key that cannot be read is to be made anew, and else is a complaint of its own below.
    let keys = run::keys(course, exercises, |exercise| Key::read(exercise).ok())?;
    for (exercise, now) in exercises.iter().zip(keys) {
        if accept {
            now.write(exercise)?;
        }
        let key = Key::read(exercise)?;
        if let Some(drift) = drift(&key, &now)? {
            let (path, program) = (exercise.path(), &now.program);
            complaints.push(said(format!(
                "{path} answer.json: {}: it does not say what {program} does now.\n{}  If the \
                 program is right: cargo xtask bank {} --accept\n",
                show::failure("drifted"),
                indented(&drift),
                exercise.name,
            )));
        }
        for answer in earned(exercise, &key)? {
            let name = format!("{} {}", exercise.path(), answer.name);
            if answer.earned == answer.must {
                show::print(&format!("{name}: {}\n", answer.earned));
                continue;
            }
            complaints.push(said(format!(
                "{name}: {}: it must earn `{}` and earns\n{}",
                show::failure("wrong verdict"),
                answer.must,
                indented(&answer.said),
            )));
        }
    }
    Ok(complaints)
}

/// What changed since a key was made, if anything did.
fn drift(was: &Key, now: &Key) -> Result<Option<String>> {
    if was == now {
        return Ok(None);
    }
    Ok(Some(Drift::between(&was.json()?, &now.json()?).to_string()))
}

/// What the known answers to an exercise earn by this key: those that lie in its folder, the recorded
/// order, a file with nothing in it and one with nothing but the header of the start.
pub fn earned(exercise: &Exercise, key: &Key) -> Result<Vec<Earned>> {
    let judged = |name: &str, must: &str, text: &str| {
        let verdict = judge::judge(key, &Prediction::parse(text));
        Earned {
            name: name.to_owned(),
            must: must.to_owned(),
            said: crate::exercises::check::said(&verdict),
            earned: verdict.name,
        }
    };
    let mut all = Vec::new();
    for entry in entries(exercise)? {
        all.push(judged(&entry.name, &entry.earns, &read(&entry.file)?));
    }
    let start = read(&exercise.start())?;
    let header: String =
        start.split_inclusive('\n').filter(|line| line.starts_with(COMMENT)).collect();
    all.push(judged("as recorded", Name::Right.text(), &key.solution()));
    all.push(judged("emptied", Name::Emptied.text(), ""));
    all.push(judged("emptied but for its header", Name::Emptied.text(), &header));
    Ok(all)
}
