//! Where what is remembered of a learner lies: `.progress/progress.json`, and `progress.json.last`
//! beside it, the last good copy.
//!
//! Whoever writes holds the lock, reads what is there, changes that, and replaces the file as a whole;
//! so two terminals lose nothing, whatever is interrupted. A file that cannot be understood is set
//! aside, never replaced.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use super::saved::Saved;
use crate::files::replace;
use crate::show::count;

/// How long somebody else may hold the lock: a file is written within milliseconds. The tests write many
/// at once, and on a slow disk a turn may be long in coming.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 300 } else { 5 });

/// A folder in which progress is kept.
#[derive(Clone, Debug)]
pub struct Store {
    folder: Utf8PathBuf,
}

/// What lies where a file of progress should.
enum Found {
    Nothing,
    Good(Saved),
    /// In words, what is wrong with it.
    Bad(String),
}

impl Store {
    /// The store in this folder, which need not be there yet.
    pub fn of(folder: &Utf8Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// What is remembered, and what the learner must be told of the files.
    pub fn read(&self) -> Result<(Saved, Vec<String>)> {
        match look(&self.file())? {
            Found::Good(saved) => Ok((saved, Vec::new())),
            Found::Nothing if !self.last().exists() => Ok((Saved::default(), Vec::new())),
            Found::Nothing | Found::Bad(_) => {
                let _lock = self.lock()?;
                self.recover()
            }
        }
    }

    /// Changes what is remembered, whoever else does so at the same time.
    pub fn update(&self, change: impl FnOnce(&mut Saved)) -> Result<(Saved, Vec<String>)> {
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("making the folder {}, for progress", self.folder))?;
        let _lock = self.lock()?;
        let (mut saved, notices) = self.recover()?;
        let before = saved.clone();
        change(&mut saved);
        let bytes = saved.write()?;
        if saved != before || !self.file().exists() {
            replace(&self.file(), &bytes)?;
        }
        // Whoever was interrupted between the two has left an older one here.
        if !fs::read(self.last()).is_ok_and(|last| last == bytes) {
            replace(&self.last(), &bytes)?;
        }
        Ok((saved, notices))
    }

    fn file(&self) -> Utf8PathBuf {
        self.folder.join("progress.json")
    }

    fn last(&self) -> Utf8PathBuf {
        self.folder.join("progress.json.last")
    }

    /// Reads the file; if it is not good, sets it aside and takes the last good copy. Under the lock.
    fn recover(&self) -> Result<(Saved, Vec<String>)> {
        let (file, last) = (self.file(), self.last());
        let mut notices = Vec::new();
        match look(&file)? {
            Found::Good(saved) => return Ok((saved, notices)),
            Found::Bad(why) => notices.push(set_aside(&file, &why)?),
            Found::Nothing if !last.exists() => return Ok((Saved::default(), notices)),
            Found::Nothing => notices.push(format!("{file} is gone.")),
        }
        match look(&last)? {
            Found::Good(saved) => {
                replace(&file, &saved.write()?)?;
                let passed = count(saved.passed.len(), "exercise");
                notices.push(format!("The last good copy of it is taken: {passed} solved."));
                return Ok((saved, notices));
            }
            Found::Bad(why) => notices.push(set_aside(&last, &why)?),
            Found::Nothing => {}
        }
        notices.push("To find out anew what is solved: cargo xtask check".to_owned());
        Ok((Saved::default(), notices))
    }

    /// Waits until nobody else writes; they wait as long as the file that is handed back is open.
    fn lock(&self) -> Result<File> {
        let file = self.folder.join("lock");
        let lock = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&file)
            .with_context(|| format!("opening {file}, to change progress"))?;
        let began = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(lock),
                Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => {
                    sleep(Duration::from_millis(10));
                }
                Err(TryLockError::WouldBlock) => {
                    bail!("another cargo xtask holds {file}: does one stand still somewhere?")
                }
                // A file system that knows no locks is no reason to remember nothing.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(lock);
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("locking {file}"));
                }
            }
        }
    }
}

fn look(file: &Utf8Path) -> Result<Found> {
    match fs::read(file) {
        Ok(bytes) => Ok(Saved::read(&bytes).map_or_else(Found::Bad, Found::Good)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Found::Nothing),
        Err(error) if error.kind() == ErrorKind::IsADirectory => {
            bail!(
                "{file} is a folder, and should be the file with your progress: mv {file} {file}.old"
            )
        }
        Err(error) => Err(error).with_context(|| format!("reading your progress in {file}")),
    }
}

/// Moves a file out of the way, to the first number that is free. Under the lock.
fn set_aside(file: &Utf8Path, why: &str) -> Result<String> {
    let name = |number| Utf8PathBuf::from(format!("{file}.{number}"));
    let aside = (1..).map(name).find(|name| fs::symlink_metadata(name).is_err());
    let aside = aside.context("numbers have no end")?;
    fs::rename(file, &aside).with_context(|| format!("setting {file} aside, which {why}"))?;
    Ok(format!("{file} {why}. It is set aside as {aside}."))
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn who_writes_at_the_same_time_loses_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(folder.path()).expect("it is text");
        thread::scope(|all| {
            for writer in 0..8 {
                all.spawn(move || {
                    for number in 0..20 {
                        let name = format!("{writer}-{number}");
                        let update = |saved: &mut Saved| {
                            saved.hints.insert(name, number);
                        };
                        Store::of(folder).update(update).expect("written");
                    }
                });
            }
        });
        let (saved, notices) = Store::of(folder).read().expect("read");
        assert_eq!((saved.hints.len(), notices), (160, Vec::new()));
    }

    #[test]
    fn nothing_is_made_where_nothing_is_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(folder.path()).expect("it is text").join("none");
        let (saved, notices) = Store::of(&folder).read().expect("read");
        assert_eq!((saved, notices), (Saved::default(), Vec::new()));
        assert!(!folder.exists());
    }
}
