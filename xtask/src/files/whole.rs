//! Writes files so that whoever reads them, and whatever is interrupted, finds the old text or the new
//! one, whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::MetadataExt;

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

/// Puts `bytes` into `file`, whose folder is there, in place of what is in it.
///
/// What an interrupted call has left behind is what the next one begins with. Of two calls at the same
/// time one waits for the other.
pub fn replace(file: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let new = beside(file);
    let written = write_and_then(&new, bytes, || fs::rename(&new, file));
    written.with_context(|| format!("writing {file}"))?;
    sync_folder(file);
    Ok(())
}

/// Puts `bytes` into `file`, whose folder is there, if there is no such file yet; says whether it did.
pub fn place(file: &Utf8Path, bytes: &[u8]) -> Result<bool> {
    let new = beside(file);
    let placed = write_and_then(&new, bytes, || {
        let is_placed = fs::hard_link(&new, file).is_ok();
        if is_placed || fs::symlink_metadata(file).is_ok() {
            return fs::remove_file(&new).map(|()| is_placed);
        }
        // A file system that knows no links.
        fs::rename(&new, file).map(|()| true)
    });
    let placed = placed.with_context(|| format!("writing {file}"))?;
    sync_folder(file);
    Ok(placed)
}

/// Where the new text is while it is not complete.
fn beside(file: &Utf8Path) -> Utf8PathBuf {
    file.with_file_name(format!(".{}.new", file.file_name().unwrap_or_default()))
}

/// Whether a file is one that an interrupted call has left behind.
pub fn is_left_behind(file: &Utf8Path) -> bool {
    file.file_name().is_some_and(|name| name.starts_with('.') && name.ends_with(".new"))
}

/// Writes a file, waits until it is on the disk, and has it moved to where it belongs. What could not be
/// moved is removed.
fn write_and_then<T>(
    new: &Utf8Path,
    bytes: &[u8],
    move_it: impl FnOnce() -> io::Result<T>,
) -> io::Result<T> {
    let mut file = own(new)?;
    let written = file
        .set_len(0)
        // What is no file has no length.
        .or_else(|error| if error.kind() == ErrorKind::InvalidInput { Ok(()) } else { Err(error) })
        .and_then(|()| file.write_all(bytes))
        .and_then(|()| file.sync_all())
        .and_then(|()| move_it());
    if written.is_err() {
        // What could not be written is worth nothing; that it cannot be removed says no more.
        let _ = fs::remove_file(new);
    }
    written
}

/// A rename lasts once the folder is on the disk; not every file system can be asked for that.
fn sync_folder(file: &Utf8Path) {
    if let Some(Ok(folder)) = file.parent().map(File::open) {
        let _ = folder.sync_all();
    }
}

/// Opens the file, which nobody else then writes to or moves until it is closed.
fn own(path: &Utf8Path) -> io::Result<File> {
    loop {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.lock() {
            // A file system that knows no locks is no reason to write nothing.
            Err(error) if error.kind() == ErrorKind::Unsupported => return Ok(file),
            locked => locked?,
        }
        // Who had it before has moved it to where it belonged, or removed it.
        let (ours, there) = (file.metadata()?, fs::metadata(path));
        if there.is_ok_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino())) {
            return Ok(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn who_writes_and_reads_at_the_same_time_finds_whole_texts() {
        const WRITERS: usize = 4;
        let folder = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(folder.path()).expect("it is text");
        let file = folder.join("part.html");
        let text = |writer: usize, round: usize| {
            let letter = char::from(b'a' + writer as u8).to_string();
            letter.repeat(40_000 + 1_000 * (7 * writer + round) % 9_000)
        };
        replace(&file, text(0, 0).as_bytes()).expect("written");
        let is_over = AtomicBool::new(false);
        thread::scope(|all| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|writer| {
                    let file = &file;
                    all.spawn(move || {
                        for round in 0..25 {
                            replace(file, text(writer, round).as_bytes()).expect("written");
                        }
                    })
                })
                .collect();
            let (file, is_over) = (&file, &is_over);
            all.spawn(move || {
                while !is_over.load(Ordering::Relaxed) {
                    let found = fs::read_to_string(file).expect("there is always one");
                    let first = &found[..1];
                    assert!(found.len() >= 40_000, "{} bytes", found.len());
                    assert!(found.split(first).all(str::is_empty), "two texts in one");
                }
            });
            let ended: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
            is_over.store(true, Ordering::Relaxed);
            assert!(ended.iter().all(Result::is_ok), "{ended:?}");
        });
        assert!(!beside(&file).exists());
    }

    #[test]
    fn what_was_left_behind_is_gone_after_the_next_write() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = Utf8Path::from_path(folder.path()).expect("it is text").join("part.html");
        fs::write(beside(&file), "a text that is longer than the next and was never whole")
            .expect("written");
        assert!(is_left_behind(&beside(&file)) && !is_left_behind(&file));
        replace(&file, b"whole").expect("written");
        assert_eq!(fs::read_to_string(&file).expect("read"), "whole");
        assert!(!beside(&file).exists());
    }
}
