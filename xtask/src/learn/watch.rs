//! Watches the learner's file: whatever an editor does to it, a save is told once, when it is over.
//!
//! The folder is watched, not the file, since many editors write another file and rename it. What
//! counts is the file's content: it is read after each event, and slowly all the time, because some
//! mounts tell of no events.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;

/// How long nothing may happen in the folder until a save is taken for finished.
const QUIET: Duration = Duration::from_millis(30);

/// How long that is waited for, at the most.
const LONGEST: Duration = Duration::from_millis(300);

/// How long a file may be gone while an editor puts another in its place.
const GAP: Duration = Duration::from_millis(100);

/// How often to look where the system tells of events.
const SLOWLY: Duration = Duration::from_secs(1);

/// And where it does not.
const OFTEN: Duration = Duration::from_millis(300);

/// What an editor did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Save {
    /// The file has another content.
    Changed,
    /// The file was written, with the content that it had.
    Unchanged,
    /// The file is gone.
    Gone,
    /// The file was gone, and is there again.
    Back,
}

/// A watch, until it is dropped.
pub struct Watch {
    wake: Sender<Wake>,
}

enum Wake {
    Touched,
    Stop,
}

/// What lies in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Missing,
    There { content: u64, written: Option<SystemTime> },
}

impl Watch {
    /// Watches a file from now on, and tells of it under this number.
    pub fn on(file: Utf8PathBuf, number: u32, tell: Sender<Event>) -> Self {
        let (wake, woken) = mpsc::channel();
        let known = State::of(&file);
        let touched = wake.clone();
        thread::spawn(move || follow(&file, known, touched, &woken, number, &tell));
        Self { wake }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread may have ended before.
        let _ = self.wake.send(Wake::Stop);
    }
}

fn follow(
    file: &Utf8Path,
    mut known: State,
    touched: Sender<Wake>,
    woken: &Receiver<Wake>,
    number: u32,
    tell: &Sender<Event>,
) {
    let mut eye = Eye::new(file.parent().unwrap_or(file), touched);
    loop {
        let pause = if eye.sees() { SLOWLY } else { OFTEN };
        match woken.recv_timeout(pause) {
            Ok(Wake::Touched) => {
                if let Wake::Stop = until_quiet(woken, QUIET, LONGEST) {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
        eye.follow_the_folder();
        let mut now = State::of(file);
        if now == State::Missing && known != State::Missing {
            thread::sleep(GAP);
            now = State::of(file);
        }
        let save = known.becomes(now);
        known = now;
        if let Some(save) = save
            && tell.send(Event::Saved(number, save)).is_err()
        {
            return;
        }
    }
}

/// Waits until a burst of events is over: nothing has happened for so long, or it lasts too long.
fn until_quiet(woken: &Receiver<Wake>, quiet: Duration, longest: Duration) -> Wake {
    let began = Instant::now();
    while began.elapsed() < longest {
        match woken.recv_timeout(quiet) {
            Ok(Wake::Touched) => {}
            Err(RecvTimeoutError::Timeout) => break,
            Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stop,
        }
    }
    Wake::Touched
}

impl State {
    fn of(file: &Utf8Path) -> Self {
        let Ok(bytes) = fs::read(file) else { return Self::Missing };
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let written = fs::metadata(file).and_then(|metadata| metadata.modified()).ok();
        Self::There { content: hasher.finish(), written }
    }

    fn becomes(self, now: Self) -> Option<Save> {
        match (self, now) {
            (Self::Missing, Self::Missing) => None,
            (Self::Missing, Self::There { .. }) => Some(Save::Back),
            (Self::There { .. }, Self::Missing) => Some(Save::Gone),
            (Self::There { content: before, .. }, Self::There { content, .. })
                if before != content =>
            {
                Some(Save::Changed)
            }
            (before, now) => (before != now).then_some(Save::Unchanged),
        }
    }
}

/// Has the system tell of events in a folder, if it can.
struct Eye {
    folder: Utf8PathBuf,
    watcher: Option<RecommendedWatcher>,
    /// The folder that is watched; another one can come to its place.
    watched: Option<(u64, u64)>,
}

impl Eye {
    fn new(folder: &Utf8Path, touched: Sender<Wake>) -> Self {
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_a_change(event.kind)) {
                // The watch may be over.
                let _ = touched.send(Wake::Touched);
            }
        });
        let mut eye = Self { folder: folder.to_owned(), watcher: watcher.ok(), watched: None };
        eye.follow_the_folder();
        eye
    }

    fn sees(&self) -> bool {
        self.watched.is_some()
    }

    fn follow_the_folder(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let metadata = fs::metadata(&self.folder).ok();
        let now = metadata.map(|metadata| (metadata.dev(), metadata.ino()));
        if now == self.watched {
            return;
        }
        if self.watched.take().is_some() {
            // The system has forgotten it already if the folder is gone.
            let _ = watcher.unwatch(self.folder.as_std_path());
        }
        let watch = watcher.watch(self.folder.as_std_path(), RecursiveMode::NonRecursive);
        self.watched = now.filter(|_| watch.is_ok());
    }
}

/// Whoever reads the file changes nothing: rustc does at each save.
fn is_a_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::{QUIET, Wake, until_quiet};

    #[test]
    fn many_events_in_a_row_are_one() {
        let (touch, touched) = mpsc::channel();
        for _ in 0..20 {
            touch.send(Wake::Touched).expect("it is read");
        }
        let end = until_quiet(&touched, QUIET, Duration::from_secs(600));
        assert!(matches!(end, Wake::Touched));
        assert!(touched.try_recv().is_err(), "all of them were waited for");
    }

    #[test]
    fn a_stop_ends_the_wait() {
        let (touch, touched) = mpsc::channel();
        touch.send(Wake::Touched).expect("it is read");
        touch.send(Wake::Stop).expect("it is read");
        let end = until_quiet(&touched, Duration::from_secs(600), Duration::from_secs(600));
        assert!(matches!(end, Wake::Stop));
    }
}
