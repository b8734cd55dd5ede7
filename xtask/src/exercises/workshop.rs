//! Where answers are built: a workspace a lesson below `target`, so that cargo has few packages to look
//! at after each save; in it a package, and a binary an answer. Its main function is the pristine checks,
//! its module `exercise` is the answer's own file, wherever that lies; so one answer that does not compile
//! stops nothing else.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::process::ChildStderr;

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::Exercise;
use super::answer::Answer;
use super::evidence::FILE;
use super::{linking, manifests};
use crate::course::{Course, Lesson};
use crate::files::{read, write_what_differs};
use crate::hash::hash;
use crate::{cargo, recorded};

/// So wide that the compiler writes types out, whatever the terminal: a closure's bears the path of its
/// file, and is told in other words where that is long.
const WIDTH: &str = "--diagnostic-width=400";

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

    /// The variable that tells cargo which text the binary is of.
    fn variable(&self) -> String {
        format!("MEANWHILE_TEXT_OF_{}", self.binary())
    }

    /// The main file: the checks with the candidate for their module `exercise`.
    ///
    /// Cargo takes a file for unchanged that is older than what it has built, by a clock that may have
    /// been set back since, or if an older copy was moved to its place. A variable that the program
    /// reads when it is compiled has a value of its own for each text.
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
                    text += &format!("{before}#[path = \"{}/..{after}", self.exercise.home);
                }
                None => text += line,
            }
        }
        text += &format!("\nconst _: Option<&str> = option_env!({:?});\n", self.variable());
        Ok(text)
    }
}

/// Where the workspaces are. Copies of exercises have some of their own, so that nobody plays what
/// another has built of the same name; so have the runner's fixtures.
pub fn folder(course: &Course) -> Utf8PathBuf {
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
    let _nobody_else = lock(course)?;
    let mut built = vec![Built::default(); candidates.len()];
    for lesson in &course.lessons {
        let is_its_own = |place: &usize| candidates[*place].exercise.lesson == lesson.name;
        let places: Vec<usize> = (0..candidates.len()).filter(is_its_own).collect();
        if places.is_empty() {
            continue;
        }
        let own: Vec<&Candidate> = places.iter().map(|place| &candidates[*place]).collect();
        for (place, one) in places.into_iter().zip(of_lesson(course, lesson, &own)?) {
            built[place] = one;
        }
    }
    Ok(built)
}

fn of_lesson(course: &Course, lesson: &Lesson, candidates: &[&Candidate]) -> Result<Vec<Built>> {
    write(course, lesson, candidates)?;
    let workspace = folder(course).join(&lesson.name);
    let mut command = cargo::command(&workspace);
    command.args(["build", "--profile", "recorded", "--keep-going"]);
    command.arg("--message-format=json-diagnostic-rendered-ansi");
    command.arg("--target-dir").arg(workspace.join("target"));
    command.env("CARGO_BUILD_BUILD_DIR", shared(course));
    for candidate in candidates {
        command.args(["--bin", &candidate.binary()]);
        let bytes = fs::read(&candidate.file).unwrap_or_default();
        command.env(candidate.variable(), hash(&String::from_utf8_lossy(&bytes)));
    }
    let linking = linking::flags();
    let flags = recorded::FLAGS.into_iter().chain([WIDTH]);
    let flags = flags.chain(linking.iter().map(String::as_str));
    recorded::add_flags(&mut command, &flags.collect::<Vec<_>>());
    let is_shown = announced(&shared(course));
    let mut built = vec![Built::default(); candidates.len()];
    let mut elsewhere = None;
    let place = |name: &str| candidates.iter().position(|each| each.binary() == name);
    let listen = move |stderr| own_words(stderr, is_shown);
    let (status, words) = cargo::messages(command, listen, |message| match message {
        Message::CompilerArtifact(artifact) => {
            if let (Some(executable), Some(place)) =
                (artifact.executable, place(&artifact.target.name))
            {
                built[place].executable = Some(executable);
            }
        }
        Message::CompilerMessage(message) => match place(&message.target.name) {
            Some(place) => {
                let word = as_the_learners(message.message, &candidates[place].file);
                built[place].words.push(with_the_checks(word, candidates[place], course));
            }
            None if message.message.level == DiagnosticLevel::Error => {
                elsewhere = elsewhere.take().or(message.message.rendered);
            }
            None => {}
        },
        _ => {}
    })?;
    if let Some(error) = elsewhere {
        bail!("building what all answers need:\n{error}");
    }
    let is_accounted = |built: &Built| built.executable.is_some() || !built.words.is_empty();
    if !status.success() && !built.iter().all(is_accounted) {
        bail!("building answers, in {workspace}: cargo ended with {status}\n{}", words.trim_end());
    }
    Ok(built)
}

/// Whether cargo's own words go to the screen: while it builds what all answers need, which takes some
/// seconds and happens once. Says so.
fn announced(target: &Utf8Path) -> bool {
    if target.is_dir() {
        return false;
    }
    eprintln!("Building what the exercises need; this happens once.");
    true
}

/// What cargo itself says, the end of it; to the screen too while it builds what all answers need.
fn own_words(mut cargo: ChildStderr, is_shown: bool) -> String {
    const MOST: usize = 4 << 10;
    let mut words = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(length @ 1..) = cargo.read(&mut piece) {
        if is_shown {
            let _ = std::io::stderr().write_all(&piece[..length]);
        }
        words.extend_from_slice(&piece[..length]);
        let surplus = words.len().saturating_sub(MOST);
        words.drain(..surplus);
    }
    // What was shown is not said again.
    if is_shown { String::new() } else { String::from_utf8_lossy(&words).into_owned() }
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

/// Nobody else builds while the file that is handed back is open.
fn lock(course: &Course) -> Result<File> {
    let folder = folder(course);
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let lock = folder.join(".lock");
    let lock = File::create(&lock).with_context(|| format!("writing {lock}"))?;
    lock.lock().with_context(|| format!("waiting for who else builds, in {folder}"))?;
    Ok(lock)
}

/// Writes the lesson's workspace with these candidates in it; what was in it before stays. What is
/// there already and right is not touched, so that cargo does not build it again.
fn write(course: &Course, lesson: &Lesson, candidates: &[&Candidate]) -> Result<()> {
    let folder = folder(course).join(&lesson.name);
    let mut wanted = BTreeMap::new();
    wanted.insert(Utf8PathBuf::from("Cargo.toml"), manifests::workspace(course, lesson)?);
    let package_folder = Utf8Path::new(&lesson.name);
    let manifest = manifests::package(lesson, &package(&lesson.name))?;
    wanted.insert(package_folder.join("Cargo.toml"), manifest);
    for candidate in candidates {
        let name = format!("{}.rs", candidate.binary());
        wanted.insert(package_folder.join("src/bin").join(name), candidate.main_file()?);
    }
    if !folder.join("Cargo.lock").is_file() {
        wanted.insert("Cargo.lock".into(), read(&course.root.join("Cargo.lock"))?);
    }
    write_what_differs(&folder, wanted)
}
