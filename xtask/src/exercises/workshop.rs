//! Where answers are built: a workspace of its own below `target`, a package a lesson, a binary an
//! answer. Its main function is the pristine checks, its module `exercise` is the answer's own file,
//! wherever that lies; so one answer that does not compile stops nothing else.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufReader;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::Exercise;
use super::answer::Answer;
use super::evidence::FILE;
use crate::children::Group;
use crate::course::{Course, Lesson};
use crate::tidy::read;
use crate::{cargo, recorded};

/// Something to be built: a file, under the checks of its exercise.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// What it is called among the exercise's candidates; the learner's own is called `exercise`.
    pub name: String,
    /// The file.
    pub file: Utf8PathBuf,
    /// The checks.
    pub checks: String,
}

/// What came of building a candidate.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// What to play, if it compiled.
    pub executable: Option<Utf8PathBuf>,
    /// What the compiler said of it.
    pub words: Vec<Diagnostic>,
}

impl<'a> Candidate<'a> {
    /// What the learner has written.
    pub fn of_the_learner(exercise: &'a Exercise, answer: &Answer) -> Self {
        let (name, checks) = ("exercise".to_owned(), answer.checks.clone());
        Self { exercise, name, file: exercise.file(), checks }
    }

    /// What it is called as a binary.
    fn binary(&self) -> String {
        match self.name.as_str() {
            "exercise" => self.exercise.name.clone(),
            name => format!("{}--{name}", self.exercise.name),
        }
    }

    /// The main file: the checks with the candidate for their module `exercise`.
    fn main_file(&self) -> Result<String> {
        const MODULE: &str = "mod exercise;";
        if !self.checks.contains(MODULE) {
            bail!("the checks of {} have no line `{MODULE}`", self.exercise.path());
        }
        let module = format!("#[path = {:?}] {MODULE}", self.file);
        let mut text = String::new();
        for line in self.checks.replacen(MODULE, &module, 1).split_inclusive('\n') {
            // What lies beside the checks, or elsewhere in the lesson.
            match line.split_once("#[path = \"..") {
                Some((before, after)) => {
                    text += &format!("{before}#[path = \"{}/..{after}", self.exercise.folder);
                }
                None => text += line,
            }
        }
        Ok(text)
    }
}

/// Where the workspace is. Copies of exercises have one of their own, so that nobody plays what
/// another has built of the same name; so have the runner's fixtures.
fn folder(course: &Course) -> Utf8PathBuf {
    let is_own = |lesson: &Lesson| lesson.folder.starts_with(course.root.join("xtask"));
    match super::elsewhere() {
        Some(copies) => copies.join(".workshop"),
        None if course.lessons.iter().all(is_own) => course.target.join("exercises-of-xtask"),
        None => course.target.join("exercises"),
    }
}

/// Where cargo keeps what all of these workspaces need, built once.
fn shared(course: &Course) -> Utf8PathBuf {
    course.target.join("exercises").join("target")
}

/// Builds the candidates, and says of each what came of it, in their order.
///
/// # Errors
///
/// If what they all need does not build, or if cargo or the disk do not do what they should.
pub fn build(course: &Course, candidates: &[Candidate]) -> Result<Vec<Built>> {
    let lock = write(course, candidates)?;
    let mut command = cargo::command(&folder(course));
    command.args(["build", "--profile", "recorded", "--keep-going"]);
    command.arg("--message-format=json-diagnostic-rendered-ansi");
    command.arg("--target-dir").arg(folder(course).join("target"));
    command.env("CARGO_BUILD_BUILD_DIR", shared(course));
    let mut lessons: Vec<&str> = candidates.iter().map(|each| &*each.exercise.lesson).collect();
    lessons.sort_unstable();
    lessons.dedup();
    for lesson in lessons {
        command.args(["--package", &package(lesson)]);
    }
    for candidate in candidates {
        command.args(["--bin", &candidate.binary()]);
    }
    recorded::add_flags(&mut command, &recorded::FLAGS);
    let words = super::try_out::announced(&shared(course));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(words);
    let cargo = Group::start(command).context("starting cargo: is it on the PATH?")?;
    let stdout = cargo.stdout().context("cargo's stdout is a pipe")?;
    let mut built = vec![Built::default(); candidates.len()];
    let mut elsewhere = None;
    for message in Message::parse_stream(BufReader::new(stdout)) {
        let place = |name: &str| candidates.iter().position(|each| each.binary() == name);
        match message.context("reading cargo's messages")? {
            Message::CompilerArtifact(artifact) => {
                if let (Some(executable), Some(place)) =
                    (artifact.executable, place(&artifact.target.name))
                {
                    built[place].executable = Some(executable);
                }
            }
            Message::CompilerMessage(message) => match place(&message.target.name) {
                Some(place) => {
                    let file = &candidates[place].file;
                    let word = as_the_learners(message.message, file);
                    built[place].words.push(with_the_checks(word, &candidates[place], course));
                }
                None if message.message.level == DiagnosticLevel::Error => {
                    elsewhere = elsewhere.or(message.message.rendered);
                }
                None => {}
            },
            _ => {}
        }
    }
    let status = cargo.wait().context("waiting for cargo")?;
    drop(lock);
    if let Some(error) = elsewhere {
        bail!("building what all answers need:\n{error}");
    }
    let is_accounted = |built: &Built| built.executable.is_some() || !built.words.is_empty();
    if !status.success() && !built.iter().all(is_accounted) {
        let again = format!("cd {} && cargo build --profile recorded", folder(course));
        bail!("building answers: cargo ended with {status}; to see why: {again}");
    }
    Ok(built)
}

/// What the compiler says, of the learner's own file: what it says of a macro's inside, it says of the
/// line that calls the macro. The file is known by one name, whichever candidate it is.
fn as_the_learners(mut word: Diagnostic, file: &Utf8Path) -> Diagnostic {
    for span in &mut word.spans {
        let mut place = &*span;
        while place.file_name != file.as_str() {
            let Some(expansion) = &place.expansion else { break };
            place = &expansion.span;
        }
        if place.file_name == file.as_str() {
            let line = place.line_start;
            span.file_name = FILE.to_owned();
            span.line_start = line;
        }
    }
    word
}

/// The main file is called as what it is a copy of.
fn with_the_checks(mut word: Diagnostic, candidate: &Candidate, course: &Course) -> Diagnostic {
    let main = format!("{}/src/bin/{}.rs", candidate.exercise.lesson, candidate.binary());
    let checks = candidate.exercise.folder.join("checks.rs");
    if let Some(rendered) = &mut word.rendered {
        *rendered = rendered.replace(&main, course.shown(&checks).as_str());
    }
    word
}

/// Cargo tells packages apart by their names and by where they lie below their workspace, so in the
/// folder that all workspaces share two of the same name would overwrite each other.
fn package(lesson: &str) -> String {
    let Some(copies) = super::elsewhere() else { return format!("{lesson}-exercises") };
    let mut hasher = DefaultHasher::new();
    copies.hash(&mut hasher);
    format!("{lesson}-exercises-{:016x}", hasher.finish())
}

/// Writes the workspace with these candidates in it; what was in it before stays. What is there
/// already and right is not touched, so that cargo does not build it again. Nobody else builds while
/// the file that is handed back is open.
fn write(course: &Course, candidates: &[Candidate]) -> Result<File> {
    let folder = folder(course);
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let lock = folder.join(".lock");
    let lock = File::create(&lock).with_context(|| format!("writing {lock}"))?;
    lock.lock().with_context(|| format!("waiting for who else builds, in {folder}"))?;
    let mut wanted = BTreeMap::new();
    let lessons: Vec<&Lesson> =
        course.lessons.iter().filter(|lesson| !lesson.exercises.is_empty()).collect();
    let root = read(&course.root.join("Cargo.toml"))?;
    wanted.insert(Utf8PathBuf::from("Cargo.toml"), workspace(course, &lessons, &root));
    for lesson in lessons {
        let manifest = manifest(lesson)?;
        wanted.insert(Utf8Path::new(&lesson.name).join("Cargo.toml"), manifest);
        let empty = Utf8Path::new(&lesson.name).join("src/bin/nothing.rs");
        wanted.insert(empty, "fn main() {}\n".to_owned());
    }
    for candidate in candidates {
        let name = format!("{}.rs", candidate.binary());
        let main = Utf8Path::new(&candidate.exercise.lesson).join("src/bin").join(name);
        wanted.insert(main, candidate.main_file()?);
    }
    if !folder.join("Cargo.lock").is_file() {
        wanted.insert("Cargo.lock".into(), read(&course.root.join("Cargo.lock"))?);
    }
    for (inside, text) in wanted {
        let file = folder.join(inside);
        if fs::read_to_string(&file).is_ok_and(|known| known == text) {
            continue;
        }
        let parent = file.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).with_context(|| format!("making the folder {parent}"))?;
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
    }
    Ok(lock)
}

/// The course's own manifest with these packages for members.
fn workspace(course: &Course, lessons: &[&Lesson], manifest: &str) -> String {
    let names: Vec<&str> = lessons.iter().map(|lesson| &*lesson.name).collect();
    let mut text = String::new();
    for line in manifest.lines() {
        if line.starts_with("members = ") {
            text += &format!("members = {names:?}");
        } else {
            text += &line.replace("path = \"", &format!("path = \"{}/", course.root));
        }
        text.push('\n');
    }
    text
}

/// How each lesson links what records it.
const LINKED: &str = "meanwhile.workspace = true";

/// The same with the recorder. A feature that is asked for on cargo's command line alone is not in the
/// lock file: cargo would ask the registry at each save what it needs.
const RECORDED: &str = r#"meanwhile = { workspace = true, features = ["record"] }"#;

/// A package with the lesson's dependencies. What is denied in a lesson is a warning here: the judge
/// has more to say of it than the compiler.
fn manifest(lesson: &Lesson) -> Result<String> {
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
        "[package]\nname = \"{}\"\nedition.workspace = true\nrust-version.workspace = true\n\
         publish = false\n\n{dependencies}\n\n[lints.rust]\nunsafe_code = \"forbid\"\n\
         dead_code = \"allow\"\n",
        package(&lesson.name)
    ))
}
