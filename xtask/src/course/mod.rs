//! The course as its folders and manifests tell it: lessons and their programs.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use cargo_metadata::{Metadata, MetadataCommand, Package, Target};
use records::Clock;
use serde::{Deserialize, Serialize};

use crate::attribute::Attribute;

pub mod declared;
pub mod exercise;

use declared::Differs;
use exercise::{Asks, Exercise};

/// The table of a manifest that makes its package a lesson.
const LESSON: &str = "lesson";

/// The same for the programs that the runner itself is tested with.
const FIXTURES: &str = "fixtures";

/// The feature behind which an exercise's target stands; it is no program to play.
pub const EXERCISES: &str = "exercises";

/// All lessons, in their order.
#[derive(Clone, Debug)]
pub struct Course {
    /// The workspace's folder.
    pub root: Utf8PathBuf,
    /// Where cargo puts what it builds.
    pub target: Utf8PathBuf,
    /// Where is remembered what the learner has solved, whether it is there or not.
    pub progress: Utf8PathBuf,
    /// The lessons, in their order.
    pub lessons: Vec<Lesson>,
    /// All packages that hold programs, the lessons and the runner's fixtures, by their ids: a name
    /// can be that of a published crate too.
    pub packages: Vec<String>,
}

/// One concept: a workspace member with `[package.metadata.lesson]`.
#[derive(Clone, Debug, Serialize)]
pub struct Lesson {
    /// The package's name.
    pub name: String,
    /// Its title in the book.
    pub title: String,
    /// Its place in the course.
    pub order: u32,
    /// What the reader knows it as.
    pub asyncio: String,
    /// What it is called here.
    pub tokio: String,
    /// Its folder.
    #[serde(skip)]
    pub folder: Utf8PathBuf,
    /// The programs to play: `main` first, the others by name.
    pub programs: Vec<Program>,
    /// The programs that rustc refuses, by the stem of the file.
    pub rejected: Vec<String>,
    /// What is to be solved, in its order.
    pub exercises: Vec<Exercise>,
    /// The manifest's table of what mirrors which document's example, as it is written.
    #[serde(skip)]
    pub mirrors: BTreeMap<String, Vec<String>>,
    /// The manifest's tables of what differs between a program and its twin, by the program's name.
    #[serde(skip)]
    pub differs: BTreeMap<String, Vec<Differs>>,
    /// The manifest's reasons why programs have no twin, by the program's name.
    #[serde(skip)]
    pub no_twin: BTreeMap<String, String>,
    /// Examples that other programs start, and that are no programs to play.
    #[serde(skip)]
    pub helpers: Vec<String>,
    /// Where each cargo target of the package begins.
    #[serde(skip)]
    pub targets: Vec<Utf8PathBuf>,
}

/// A program that can be played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Program {
    /// The lesson that it belongs to.
    pub lesson: String,
    /// `main`, or the example's name.
    pub name: String,
    /// How cargo builds it.
    pub kind: Kind,
    /// The features of its package without which it is not built.
    #[serde(skip)]
    pub features: Vec<String>,
    /// What a learner types to run it.
    pub command: String,
    /// The clock that it runs on under the runner.
    pub clock: Clock,
    /// The documents' examples that it mirrors.
    pub mirrors: Vec<String>,
    /// Its source, from the workspace's folder.
    pub source: Utf8PathBuf,
    /// Its asyncio twin, from the workspace's folder, if it has one.
    pub twin: Option<Utf8PathBuf>,
    /// The snapshot of its transcript, from the workspace's folder, whether it is there or not.
    pub snapshot: Utf8PathBuf,
}

/// How cargo builds a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `src/main.rs`.
    Bin,
    /// `examples/NAME.rs`.
    Example,
}

/// `[package.metadata.lesson]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    title: String,
    order: u32,
    asyncio: String,
    tokio: String,
    #[serde(default)]
    mirrors: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    helpers: Vec<String>,
    #[serde(default)]
    differs: BTreeMap<String, Vec<Differs>>,
    #[serde(default)]
    no_twin: BTreeMap<String, String>,
    #[serde(default)]
    exercises: BTreeMap<String, Asks>,
}

impl Course {
    /// Finds the lessons of this workspace.
    pub fn find() -> Result<Self> {
        Self::of(&metadata()?, LESSON)
    }

    /// Finds the runner's own fixtures, as if they were lessons.
    pub fn fixtures() -> Result<Self> {
        Self::of(&metadata()?, FIXTURES)
    }

    fn of(metadata: &Metadata, table: &str) -> Result<Self> {
        let mut lessons = Vec::new();
        let mut packages = Vec::new();
        for package in metadata.workspace_packages() {
            if [LESSON, FIXTURES].iter().any(|table| package.metadata.get(table).is_some()) {
                packages.push(package.id.to_string());
            }
            if let Some(manifest) = package.metadata.get(table) {
                let manifest = Manifest::deserialize(manifest).with_context(|| {
                    format!("reading [package.metadata.{table}] of {}", package.manifest_path)
                })?;
                lessons.push(Lesson::of(metadata, package, manifest)?);
            }
        }
        lessons.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        if lessons.is_empty() {
            bail!("no member of {} has [package.metadata.{table}]", metadata.workspace_root);
        }
        Ok(Self {
            root: metadata.workspace_root.clone(),
            target: metadata.target_directory.clone(),
            progress: exercise::elsewhere()
                .unwrap_or_else(|| metadata.workspace_root.clone())
                .join(".progress"),
            lessons,
            packages,
        })
    }

    /// A path as it is shown: from the workspace's folder, if it lies in there.
    pub fn shown<'a>(&self, path: &'a Utf8Path) -> &'a Utf8Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// All programs of all lessons, in order.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.lessons.iter().flat_map(|lesson| &lesson.programs)
    }

    /// All exercises of all lessons, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.lessons.iter().flat_map(|lesson| &lesson.exercises)
    }
}

impl Lesson {
    fn of(metadata: &Metadata, package: &Package, manifest: Manifest) -> Result<Self> {
        let folder = package.manifest_path.parent().context("a manifest lies in a folder")?;
        let mut programs = Vec::new();
        for target in &package.targets {
            let is_exercise = target.required_features.iter().any(|name| name == EXERCISES);
            if is_exercise || manifest.helpers.contains(&target.name) {
                continue;
            }
            if let Some(mut program) = Program::of(&metadata.workspace_root, package, target)? {
                program.mirrors = manifest.mirrors.get(&program.name).cloned().unwrap_or_default();
                programs.push(program);
            }
        }
        programs.sort_by_key(|program| (program.kind == Kind::Example, program.name.clone()));
        Ok(Self {
            name: package.name.to_string(),
            title: manifest.title,
            order: manifest.order,
            asyncio: manifest.asyncio,
            tokio: manifest.tokio,
            programs,
            rejected: names(&folder.join("compile_fail"), |entry| entry.extension() == Some("rs"))?,
            exercises: Exercise::of(&package.name, folder, manifest.exercises),
            folder: folder.to_owned(),
            mirrors: manifest.mirrors,
            differs: manifest.differs,
            no_twin: manifest.no_twin,
            targets: package.targets.iter().map(|target| target.src_path.clone()).collect(),
            helpers: manifest.helpers,
        })
    }
}

impl Program {
    fn of(root: &Utf8Path, package: &Package, target: &Target) -> Result<Option<Self>> {
        let (kind, name, command) = if target.is_bin() && target.name == *package.name {
            (Kind::Bin, "main", format!("cargo run -p {}", package.name))
        } else if target.is_example() {
            let command = format!("cargo run -p {} --example {}", package.name, target.name);
            (Kind::Example, target.name.as_str(), command)
        } else {
            return Ok(None);
        };
        let text = fs::read_to_string(&target.src_path)
            .with_context(|| format!("reading the program {}", target.src_path))?;
        let real = Attribute::find(&text).is_some_and(|attribute| attribute.needs_real_clock());
        let from_root = |path: &Utf8Path| path.strip_prefix(root).unwrap_or(path).to_owned();
        let folder = package.manifest_path.parent().unwrap_or(root);
        let twin = target.src_path.with_extension("py");
        Ok(Some(Self {
            lesson: package.name.to_string(),
            name: name.to_owned(),
            kind,
            features: target.required_features.clone(),
            command,
            clock: if real { Clock::Real } else { Clock::Virtual },
            mirrors: Vec::new(),
            twin: twin.is_file().then(|| from_root(&twin)),
            source: from_root(&target.src_path),
            snapshot: from_root(&folder.join("snapshots").join(format!("{name}.snap"))),
        }))
    }

    /// `LESSON/PROGRAM`, as the runner's commands take it.
    pub fn path(&self) -> String {
        format!("{}/{}", self.lesson, self.name)
    }
}

/// What cargo knows of this workspace, without its dependencies.
pub fn metadata() -> Result<Metadata> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let known = MetadataCommand::new().manifest_path(manifest).no_deps().exec();
    if let Err(cargo_metadata::Error::Io(error)) = &known
        && error.kind() == std::io::ErrorKind::NotFound
    {
        bail!("cargo is not on the PATH; it comes with Rust: https://rustup.rs");
    }
    known.with_context(|| format!("asking `cargo metadata --no-deps` about {manifest}"))
}

/// The stems of a folder's entries that are `wanted`; none if there is no such folder.
fn names(folder: &Utf8Path, wanted: impl Fn(&Utf8Path) -> bool) -> Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in folder.read_dir_utf8().with_context(|| format!("reading the folder {folder}"))? {
        let entry = entry.with_context(|| format!("reading the folder {folder}"))?;
        if wanted(entry.path()) {
            names.extend(entry.path().file_stem().map(str::to_owned));
        }
    }
    names.sort();
    Ok(names)
}
