//! `cargo xtask new`: the folder of a lesson or of an exercise, in which everything runs and is tested
//! from the first minute, and nothing is said yet.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;

use crate::cargo;
use crate::children::Group;
use crate::course::{Course, Lesson};
use crate::files::{self, replace};
use crate::show;
use crate::{Misuse, Outcome};

mod prediction;
mod templates;

use templates::{EXERCISE, LESSON, MANIFEST, PREDICTED, Template, filled};

/// How many exercises a lesson begins with.
const EXERCISES: [&str; 3] = ["first", "second", "third"];

/// What stands where something is to be written; a test finds it.
pub const BLANK: &str = "to be written";

/// Makes a lesson with three exercises, and all that is made from them.
///
/// # Errors
///
/// [`Misuse`] if there is such a lesson, or the name is none for a package.
pub fn lesson(course: &Course, name: &str) -> Result<Outcome> {
    check_name(name, '-', "a lesson")?;
    let folder = course.root.join("crates").join(name);
    if folder.exists() {
        return Err(Misuse(format!("crates/{name} is there already: choose another name")).into());
    }
    let order = course.lessons.iter().map(|lesson| lesson.order).max().unwrap_or(0) + 10;
    let under = name.replace('-', "_");
    let order = order.to_string();
    let blanks = [("__LESSON__", name), ("__NAME__", under.as_str()), ("__ORDER__", &order)];
    write(&folder, &LESSON, &blanks)?;
    for (place, word) in EXERCISES.iter().enumerate() {
        add_exercise(&folder, name, &format!("{under}_{word}"), place + 1)?;
    }
    show::print(&format!("crates/{name} is made. What is made from it comes now:\n"));
    let exe = env::current_exe().context("asking where the runner is")?;
    let xtask = |arguments: &[&str]| {
        let mut command = Command::new(&exe);
        command.args(arguments).current_dir(&course.root);
        (format!("cargo xtask {}", arguments.join(" ")), command)
    };
    let test = |variable: (&str, &str), arguments: &[&str]| {
        let mut command = cargo::command(&course.root);
        command.args(["test", "--quiet"]).args(arguments).env(variable.0, variable.1);
        let (name, value) = variable;
        (format!("{name}={value} cargo test {}", arguments.join(" ")), command)
    };
    let own = format!("{name}::");
    let made = take(vec![
        test(("TRYBUILD", "overwrite"), &["-p", name, "--test", "compile_fail"]),
        test(("INSTA_UPDATE", "always"), &["-p", "xtask", "--test", "transcripts", "--", &own]),
        xtask(&["compare", name, "--live", "--accept"]),
        xtask(&["explore", name, "--keep"]),
        xtask(&["bank", name, "--accept"]),
        xtask(&["book", "refresh"]),
        test(("UPDATE", "1"), &["-p", "xtask", "--test", "course", "of_today"]),
    ])?;
    tell(&format!("crates/{name}"), "how-to-add-a-lesson", made)
}

/// Makes an exercise of a lesson: one of code, or the prediction of what a program prints.
///
/// # Errors
///
/// [`Misuse`] if there is no such lesson or program, or there is an exercise of that name.
pub fn exercise(course: &Course, path: &str, predicted: Option<&str>) -> Result<Outcome> {
    let Some((lesson, name)) = path.split_once('/') else {
        return Err(Misuse(format!("`{path}` is no LESSON/EXERCISE: such as gather/{path}")).into());
    };
    let known = |known: &&Lesson| known.name == lesson;
    let Some(lesson) = course.lessons.iter().find(known) else {
        return Err(Misuse(format!("there is no lesson `{lesson}`: cargo xtask list")).into());
    };
    check_name(name, '_', "an exercise")?;
    if let Some(known) = course.exercises().find(|known| known.name == name) {
        let path = known.path();
        return Err(Misuse(format!("{path} is called so already: choose another name")).into());
    }
    let orders = lesson.exercises.iter().map(|known| known.order);
    match predicted {
        Some(program) => {
            let last = orders.filter(|order| *order >= prediction::FIRST).max();
            let order = last.map_or(prediction::FIRST, |last| last + 1);
            let (files, program) = prediction::files(course, program, name)?;
            add_prediction(&lesson.folder, (name, &program, order), files)?;
        }
        None => {
            let last = orders.filter(|order| *order < prediction::FIRST).max();
            add_exercise(&lesson.folder, &lesson.name, name, last.unwrap_or(0) as usize + 1)?;
        }
    }
    let mut bank = Command::new(env::current_exe().context("asking where the runner is")?);
    bank.args(["bank", name, "--accept"]).current_dir(&course.root);
    let made = take(vec![(format!("cargo xtask bank {name} --accept"), bank)])?;
    tell(&format!("crates/{}/exercises/{name}", lesson.name), "an-exercise", made)
}

fn check_name(name: &str, between: char, what: &str) -> Result<(), Misuse> {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase());
    match name.split(between).all(is_part) {
        true => Ok(()),
        false => Err(Misuse(format!(
            "`{name}` is no name for {what}: small letters, with `{between}` between words"
        ))),
    }
}

fn write(folder: &Utf8Path, files: &[Template], blanks: &[(&str, &str)]) -> Result<()> {
    for (file, template) in files {
        let path = folder.join(filled(file, blanks));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
        }
        replace(&path, filled(template, blanks).as_bytes())?;
    }
    Ok(())
}

/// Writes the exercise's folder, and its two tables into the lesson's manifest.
fn add_exercise(folder: &Utf8Path, lesson: &str, name: &str, order: usize) -> Result<()> {
    let order = order.to_string();
    let blanks = [("__LESSON__", lesson), ("__EXERCISE__", name), ("__ORDER__", order.as_str())];
    let manifest = folder.join("Cargo.toml");
    let [table, target] = MANIFEST.map(|template| filled(template, &blanks));
    let text = files::read(&manifest)?;
    let text = before(&text, "[features]\n", &table)
        .and_then(|text| before(&text, "[dependencies]\n", &target));
    let Some(text) = text else {
        return Err(Misuse(format!(
            "{manifest} has no [features] or no [dependencies]: the exercise is named before these"
        ))
        .into());
    };
    write(&folder.join("exercises").join(name), &EXERCISE, &blanks)?;
    replace(&manifest, text.as_bytes())
}

/// Writes the prediction's folder, and its table into the lesson's manifest.
fn add_prediction(
    folder: &Utf8Path,
    (name, program, order): (&str, &str, u32),
    files: Vec<(String, String)>,
) -> Result<()> {
    let order = order.to_string();
    let blanks = [("__EXERCISE__", name), ("__PROGRAM__", program), ("__ORDER__", order.as_str())];
    let manifest = folder.join("Cargo.toml");
    let text = files::read(&manifest)?;
    let Some(text) = before(&text, "[features]\n", &filled(PREDICTED, &blanks)) else {
        return Err(Misuse(format!(
            "{manifest} has no [features]: the exercise is named before these"
        ))
        .into());
    };
    let files = files.into_iter().map(|(file, text)| (file.into(), text)).collect();
    files::write_what_differs(&folder.join("exercises").join(name), files)?;
    replace(&manifest, text.as_bytes())
}

fn before(text: &str, heading: &str, insert: &str) -> Option<String> {
    let (head, rest) = text.split_once(heading)?;
    Some(format!("{head}{insert}{heading}{rest}"))
}

/// Takes the steps, all of them; returns whether all went well.
fn take(steps: Vec<(String, Command)>) -> Result<bool> {
    let mut all_is_well = true;
    for (line, command) in steps {
        show::print(&format!("\n{}\n", show::heading(&line)));
        let status = Group::start(command)
            .and_then(|group| group.wait())
            .with_context(|| format!("starting {line}"))?;
        if !status.success() {
            all_is_well = false;
            show::print(&format!("{}: {line}\n", show::failure("it ended badly")));
        }
    }
    Ok(all_is_well)
}

fn tell(folder: &str, section: &str, all_is_well: bool) -> Result<Outcome> {
    show::print(&format!(
        "\n{folder} is there, and runs. What is to be written says so: grep -ri '{BLANK}' {folder}\n\
         How it goes on: docs/src/adding-a-lesson.md#{section}\n"
    ));
    Ok(if all_is_well { Outcome::Fine } else { Outcome::Failed })
}

#[cfg(test)]
mod tests {
    use super::{before, check_name};

    #[test]
    fn a_name_is_of_small_letters_and_of_the_right_signs() {
        assert!(check_name("task-groups", '-', "a lesson").is_ok());
        assert!(check_name("at_most_three", '_', "an exercise").is_ok());
        for wrong in ["", "Locks", "task_groups", "-locks", "locks-", "a b", "../locks", "café"] {
            assert!(check_name(wrong, '-', "a lesson").is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_table_goes_before_the_heading_that_it_belongs_before() {
        assert_eq!(before("a\n[b]\nc", "[b]\n", "x\n").as_deref(), Some("a\nx\n[b]\nc"));
        assert_eq!(before("a\n", "[b]\n", "x\n"), None);
    }
}
