//! The committed recordings of the twins: `crates/LESSON/recordings/NAME.recording`.
//!
//! The first line is JSON about the recording ([`Header`]), the rest is what the recorded twin wrote to
//! its stdout, its records with the mark [`MARK`].

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;
use playback::{Reader, Recording};
use records::Clock;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Lesson, Program};
use crate::files::below;
use crate::files::replace;
use crate::hash::hash;

/// What stands at the head of each record, after the separator.
pub const MARK: &str = "twin";

/// What is known of a recording beside what the twin wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The twin's text when it was recorded: [`hash`].
    pub twin: String,
    /// Which CPython ran it: `3.11`.
    pub cpython: String,
    /// On the real clock, when each line came, in milliseconds since the first record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed_at: Vec<u64>,
}

/// A committed recording, or a fresh one.
#[derive(Debug)]
pub struct Recorded {
    /// What is known of it.
    pub header: Header,
    /// What the twin wrote.
    pub bytes: Vec<u8>,
    /// What that says.
    pub recording: Recording,
}

/// What there is in place of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing.
    Missing,
    /// The recording of another text of the twin.
    TwinChanged,
}

/// The program's recording, from the workspace's folder, whether it is there or not.
pub fn file(program: &Program) -> Utf8PathBuf {
    let lesson = program.snapshot.parent().and_then(|snapshots| snapshots.parent());
    let name = format!("{}.recording", program.name);
    lesson.unwrap_or(&program.snapshot).join("recordings").join(name)
}

/// Where the book keeps the run of a program on the real clock, from the workspace's folder.
pub fn file_of_tokio(program: &Program) -> Utf8PathBuf {
    file(program).with_extension("tokio")
}

/// What the program's twin did when it was last recorded, or what is missing for that.
///
/// # Errors
///
/// If a file cannot be read, or the recording is none.
pub fn committed(course: &Course, program: &Program, twin: &str) -> Result<Result<Recorded, Lack>> {
    let file = course.root.join(self::file(program));
    if !file.is_file() {
        return Ok(Err(Lack::Missing));
    }
    let bytes = fs::read(&file).with_context(|| format!("reading the recording {file}"))?;
    let recorded = Recorded::read(&bytes).with_context(|| {
        format!(
            "reading the recording {file}: make it anew: rm {}; cargo xtask compare {} --live --accept",
            self::file(program),
            program.path(),
        )
    })?;
    let is_of_today = recorded.header.twin == hash(twin);
    Ok(if is_of_today { Ok(recorded) } else { Err(Lack::TwinChanged) })
}

/// The files among a lesson's recordings, from the workspace's folder, that are of no twin. The runs
/// that the book keeps of programs lie among them.
pub fn orphans(course: &Course, lesson: &Lesson) -> Vec<Utf8PathBuf> {
    let twins = lesson.programs.iter().filter(|program| program.twin.is_some()).map(file);
    let kept = lesson.programs.iter().map(file_of_tokio);
    let known: Vec<Utf8PathBuf> = twins.chain(kept).collect();
    let found = below(&lesson.folder.join("recordings")).unwrap_or_default();
    let from_root = |file: Utf8PathBuf| match file.strip_prefix(&course.root) {
        Ok(short) => short.to_owned(),
        Err(_) => file,
    };
    found.into_iter().map(from_root).filter(|file| !known.contains(file)).collect()
}

/// The twin's text.
pub fn twin(course: &Course, program: &Program) -> Result<String> {
    let Some(twin) = &program.twin else { bail!("{} has no twin", program.path()) };
    fs::read_to_string(course.root.join(twin)).with_context(|| format!("reading the twin {twin}"))
}

impl Recorded {
    /// A recording of what a twin of this text wrote, line by line at these instants.
    pub fn new(twin: &str, cpython: &str, pieces: &[(Vec<u8>, Duration)]) -> Self {
        let mut reader = Reader::new(MARK);
        for (bytes, arrived) in pieces {
            reader.feed(bytes, *arrived);
        }
        let mut recording = reader.finish();
        let mut printed_at = Vec::new();
        let mut bytes: Vec<u8> = pieces.iter().flat_map(|(bytes, _)| bytes).copied().collect();
        if recording.clock == Some(Clock::Real) {
            printed_at = recording.lines.iter().map(|line| line.at / 1000).collect();
        } else {
            bytes = without_wall(&bytes);
            recording.records.iter_mut().for_each(|record| record.wall = 0);
        }
        let header = Header { twin: hash(twin), cpython: cpython.to_owned(), printed_at };
        Self { header, bytes, recording }
    }

    /// Reads a file of [`Self::to_bytes`].
    ///
    /// # Errors
    ///
    /// If it has no header, or no record follows it.
    pub fn read(file: &[u8]) -> Result<Self> {
        let end = file.iter().position(|byte| *byte == b'\n').context("it has no header")?;
        let header: Header = serde_json::from_slice(&file[..end]).context("its header is none")?;
        let bytes = file[end + 1..].to_vec();
        let mut reader = Reader::new(MARK);
        reader.feed(&bytes, Duration::ZERO);
        let mut recording = reader.finish();
        if recording.clock.is_none() || recording.unreadable > 0 {
            bail!("it holds records of another version, or none");
        }
        for (line, at) in recording.lines.iter_mut().zip(&header.printed_at) {
            line.at = at * 1000;
        }
        Ok(Self { header, bytes, recording })
    }

    /// What the file holds.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut file = serde_json::to_vec(&self.header).context("writing a recording's header")?;
        file.push(b'\n');
        file.extend_from_slice(&self.bytes);
        Ok(file)
    }

    /// Writes it where the program's recording is.
    pub fn write(&self, course: &Course, program: &Program) -> Result<()> {
        let file = course.root.join(self::file(program));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making the folder {folder}"))?;
        }
        replace(&file, &self.to_bytes()?)
    }
}

/// Sets the wall's time of each record to 0, so that the virtual clock's recordings are the same each
/// time.
fn without_wall(bytes: &[u8]) -> Vec<u8> {
    const WALL: &[u8] = b"\"wall\":";
    let mut opening = vec![records::SEPARATOR];
    opening.extend_from_slice(MARK.as_bytes());
    let mut without = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(start) = place(rest, &opening) {
        let frame = &rest[start..];
        let length = frame.iter().position(|byte| *byte == b'\n').unwrap_or(frame.len());
        without.extend_from_slice(&rest[..start]);
        match place(&frame[..length], WALL).map(|wall| wall + WALL.len()) {
            Some(number) => {
                let digits =
                    frame[number..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                without.extend_from_slice(&frame[..number]);
                without.push(b'0');
                without.extend_from_slice(&frame[number + digits..length]);
            }
            None => without.extend_from_slice(&frame[..length]),
        }
        rest = &frame[length..];
    }
    without.extend_from_slice(rest);
    without
}

fn place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(clock: &str, wall: u64) -> Vec<u8> {
        format!(
            "\u{1e}twin{{\"at\":0,\"wall\":{wall},\"thread\":0,\"is\":\"begins\",\"version\":1,\
             \"runtime\":\"asyncio\",\"clock\":\"{clock}\",\"threads\":\"one\"}}\n"
        )
        .into_bytes()
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let pieces = [
            (begins("real", 1), Duration::from_millis(40)),
            (b"one\n".to_vec(), Duration::from_millis(41)),
            (b"two \"wall\":7\n".to_vec(), Duration::from_millis(641)),
        ];
        let fresh = Recorded::new("text", "3.11", &pieces);
        let read = Recorded::read(&fresh.to_bytes().expect("written")).expect("read");
        assert_eq!(read.header, fresh.header);
        let at: Vec<u64> = read.recording.lines.iter().map(|line| line.at).collect();
        assert_eq!(at, [1_000, 601_000]);
    }

    #[test]
    fn on_the_virtual_clock_the_wall_leaves_no_trace() {
        let recorded = |wall, arrived| {
            let printed = b"half a \"wall\":7\n".to_vec();
            let pieces = [(begins("virtual", wall), arrived), (printed, arrived)];
            Recorded::new("text", "3.11", &pieces).to_bytes().expect("written")
        };
        let file = recorded(1234, Duration::from_millis(1));
        assert_eq!(file, recorded(98, Duration::from_millis(2)));
        assert!(place(&file, b"\"wall\":7").is_some(), "what is printed stays");
    }

    #[test]
    fn a_file_without_records_is_no_recording() {
        assert!(Recorded::read(b"one\n").is_err());
        assert!(Recorded::read(b"{\"twin\":\"0\",\"cpython\":\"3.11\"}\none\n").is_err());
    }
}
