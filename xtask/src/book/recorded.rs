//! The runs that the book shows. On the virtual clock a program is played anew, since its run is the
//! same each time; what ran on the real clock lies in `crates/LESSON/recordings/NAME.tokio`, so that a
//! page is made of the same run until its program changes.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use playback::{Reader, Recording};
use records::Clock;
use serde::{Deserialize, Serialize};

use super::REFRESH;
use crate::compare::recordings;
use crate::course::{Course, Program};
use crate::hash::hash;
use crate::snapshot::{self, Verdict};
use crate::stage::{self, Terms};
use crate::{files, test};

/// What the runs of programs are, by `LESSON/PROGRAM`.
#[derive(Debug, Default)]
pub struct Runs {
    tokio: BTreeMap<String, Recording>,
}

impl Runs {
    /// Plays what is on the virtual clock, and reads the rest. With `renew`, what has no recording of
    /// today's program is recorded.
    ///
    /// # Errors
    ///
    /// If a program does not run, or a recording is missing or of another text and is not renewed.
    pub fn of(course: &Course, programs: &[&Program], renew: bool) -> Result<Self> {
        let mut runs = Self::default();
        let mut to_play = Vec::new();
        for program in programs {
            match program.clock {
                Clock::Virtual => to_play.push(*program),
                Clock::Real => match committed(course, program)? {
                    Some(recording) => _ = runs.tokio.insert(program.path(), recording),
                    None if renew => to_play.push(*program),
                    None => bail!(
                        "{}, on the page {}.html, is not of today's program: {REFRESH}",
                        recordings::file_of_tokio(program),
                        program.lesson
                    ),
                },
            }
        }
        for played in stage::play_quietly(course, &to_play, Terms::default())? {
            let played = test::play_again(course, &played).unwrap_or(played);
            let program = played.program;
            let path = program.path();
            let Some(play) = played.play.filter(|_| played.trouble.is_none()) else {
                bail!("{path} does not run as it should: cargo xtask run {path}");
            };
            if program.clock == Clock::Real {
                keep(course, program, &play.recording)?;
            }
            runs.tokio.insert(path, play.recording);
        }
        Ok(runs)
    }

    /// The run of a program.
    pub fn tokio(&self, program: &Program) -> Result<&Recording> {
        self.tokio.get(&program.path()).with_context(|| format!("{} was not run", program.path()))
    }
}

/// What stands at the head of each record, after the separator.
const MARK: &str = "tokio";

/// The first line of a kept run: of which text it is, and when each line came.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    /// The program's text when it ran: [`hash`].
    source: String,
    /// When each line came, in milliseconds on the program's clock.
    printed_at: Vec<u64>,
}

/// The committed run of a program on the real clock, if it is that of its text of today, and has the
/// order of lines that its snapshot says.
fn committed(course: &Course, program: &Program) -> Result<Option<Recording>> {
    let path = course.root.join(recordings::file_of_tokio(program));
    if !path.is_file() {
        return Ok(None);
    }
    let bytes = fs::read(&path).with_context(|| format!("reading {path}"))?;
    let (header, recording) = read(&bytes).with_context(|| format!("reading {path}"))?;
    let source = files::read(&course.root.join(&program.source))?;
    let is_of_today = header.source == hash(&source)
        && snapshot::committed(course, program)?
            .is_none_or(|text| text.trim_end() == snapshot::text(&recording).trim_end());
    Ok(is_of_today.then_some(recording))
}

fn read(file: &[u8]) -> Result<(Header, Recording)> {
    let end = file.iter().position(|byte| *byte == b'\n').context("it has no first line")?;
    let header: Header = serde_json::from_slice(&file[..end]).context("its first line is none")?;
    let mut reader = Reader::new(MARK);
    reader.feed(&file[end + 1..], Duration::ZERO);
    let mut recording = reader.finish();
    if recording.clock.is_none() || recording.unreadable > 0 {
        bail!("it holds records of another version, or none");
    }
    for (line, at) in recording.lines.iter_mut().zip(&header.printed_at) {
        line.at = at * 1000;
    }
    Ok((header, recording))
}

/// Keeps a run on the real clock, if its lines come in the order that its snapshot says.
fn keep(course: &Course, program: &Program, recording: &Recording) -> Result<()> {
    if let drifted @ Verdict::Drifted(..) = snapshot::compare(course, program, recording)? {
        bail!("{}, which is to be kept for the book: {drifted}", program.path());
    }
    let source = files::read(&course.root.join(&program.source))?;
    let path = course.root.join(recordings::file_of_tokio(program));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
    }
    let bytes = written(&source, recording)?;
    files::replace(&path, &bytes)
}

/// The file of a run: its records, and between them what it printed.
fn written(source: &str, recording: &Recording) -> Result<Vec<u8>> {
    let printed_at = recording.lines.iter().map(|line| line.at / 1000).collect();
    let header = Header { source: hash(source), printed_at };
    let mut file = serde_json::to_vec(&header).context("writing the first line of a run")?;
    file.push(b'\n');
    let mut lines = recording.lines.iter().peekable();
    let mut print = |file: &mut Vec<u8>, before: usize| {
        while let Some(line) = lines.next_if(|line| line.after <= before) {
            file.extend_from_slice(&line.text);
            file.push(b'\n');
        }
    };
    for (place, record) in recording.records.iter().enumerate() {
        print(&mut file, place);
        file.extend_from_slice(&record.frame(MARK));
    }
    print(&mut file, usize::MAX);
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Kind;
    use cargo_metadata::camino::Utf8PathBuf;

    fn two_lines() -> Recording {
        let begins = "{\"at\":0,\"wall\":0,\"thread\":0,\"is\":\"begins\",\"version\":1,\
                      \"runtime\":\"tokio\",\"clock\":\"real\",\"threads\":\"one\"}";
        let mut reader = Reader::new("x");
        reader.feed(format!("\u{1e}x{begins}\n").as_bytes(), Duration::ZERO);
        reader.feed(b"one\n", Duration::from_millis(40));
        reader.feed(b"two\n", Duration::from_millis(641));
        reader.finish()
    }

    #[test]
    fn a_run_in_another_order_than_the_snapshots_is_not_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::try_from(folder.path().to_owned()).expect("its path is text");
        let (target, progress) = (root.join("target"), root.join(".progress"));
        let course = Course { root, target, progress, lessons: Vec::new(), packages: Vec::new() };
        let program = Program {
            lesson: "tea".to_owned(),
            name: "main".to_owned(),
            kind: Kind::Bin,
            features: Vec::new(),
            command: String::new(),
            clock: Clock::Real,
            mirrors: Vec::new(),
            source: "tea.rs".into(),
            twin: None,
            snapshot: "crates/tea/snapshots/main.snap".into(),
        };
        let recording = two_lines();
        let write = |text: &str| {
            let file = course.root.join(&program.snapshot);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, format!("---\nsource: x\n---\n{text}")).expect("written");
        };
        fs::write(course.root.join("tea.rs"), "").expect("written");
        write(&snapshot::text(&recording).replace("one", "three"));
        let error = keep(&course, &program, &recording).expect_err("it says something else");
        assert!(error.to_string().contains("tea/main"), "{error}");
        assert!(!course.root.join(recordings::file_of_tokio(&program)).is_file());
        write(&snapshot::text(&recording));
        keep(&course, &program, &recording).expect("it is kept");
        assert!(course.root.join(recordings::file_of_tokio(&program)).is_file());
    }

    #[test]
    fn a_kept_run_is_read_as_it_was() {
        let recording = two_lines();
        let file = written("text", &recording).expect("written");
        let (header, read) = read(&file).expect("read");
        assert_eq!(header.source, hash("text"));
        assert_eq!(read.records, recording.records);
        let lines = |of: &Recording| -> Vec<(Vec<u8>, u64)> {
            of.lines.iter().map(|line| (line.text.clone(), line.at / 1000)).collect()
        };
        assert_eq!(lines(&read), lines(&recording));
        assert_eq!(lines(&read).len(), 2);
    }
}
