//! What is killed while it writes leaves the old text or the new one, and the next call mends the rest.
//!
//! An act is a call of the runner's own code that writes. It is played again and again under ptrace, and
//! killed each time at another of the system calls that change files: before the call, and after it.
//! No clock has a part in it.

use std::env;
use std::fs;

use anyhow::Result;
use libtest_mimic::Arguments;

#[cfg(target_os = "linux")]
#[path = "killed/acts.rs"]
mod acts;
#[cfg(target_os = "linux")]
#[path = "killed/tracer.rs"]
mod tracer;

/// The variable that has this executable play an act, and its folder.
const ACT: &str = "MEANWHILE_ACT";

fn main() -> Result<()> {
    let arguments = Arguments::from_args();
    #[cfg(target_os = "linux")]
    {
        if let Ok(act) = env::var(ACT) {
            let folder = env::current_dir()?;
            return acts::play(&act, folder.to_str().expect("the path is text").into());
        }
        libtest_mimic::run(&arguments, trials::all()).exit()
    }
    #[cfg(not(target_os = "linux"))]
    {
        eprintln!("killed: nothing is tried here, there is no ptrace like that of Linux");
        libtest_mimic::run(&arguments, Vec::new()).exit()
    }
}

#[cfg(target_os = "linux")]
mod trials {
    use std::collections::BTreeMap;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use libtest_mimic::{Failed, Trial};
    use tempfile::TempDir;

    use super::{acts, fs, tracer};

    pub fn all() -> Vec<Trial> {
        vec![
            Trial::test("progress", progress),
            Trial::test("a_reset", a_reset),
            Trial::test("a_refresh_of_the_book", a_refresh_of_the_book),
            Trial::test("what_exploring_found", what_exploring_found),
            Trial::test("the_runs_of_the_answers", the_runs_of_the_answers),
            Trial::test("the_recording_of_a_twin", the_recording_of_a_twin),
            Trial::test("the_figures_of_a_soak", the_figures_of_a_soak),
            Trial::test("the_readme", the_readme),
            Trial::test("a_full_disk_at_every_file", a_full_disk_at_every_file),
            Trial::test("a_folder_that_nobody_may_write_to", a_folder_that_nobody_may_write_to),
        ]
    }

    fn progress() -> Result<(), Failed> {
        killed_everywhere("progress")
    }

    fn a_reset() -> Result<(), Failed> {
        killed_everywhere("reset")
    }

    fn a_refresh_of_the_book() -> Result<(), Failed> {
        killed_everywhere("refresh")
    }

    fn what_exploring_found() -> Result<(), Failed> {
        killed_everywhere("explored")
    }

    fn the_runs_of_the_answers() -> Result<(), Failed> {
        killed_everywhere("runs")
    }

    fn the_recording_of_a_twin() -> Result<(), Failed> {
        killed_everywhere("recording")
    }

    fn the_figures_of_a_soak() -> Result<(), Failed> {
        killed_everywhere("soak")
    }

    fn the_readme() -> Result<(), Failed> {
        killed_everywhere("readme")
    }

    /// Where each act writes a file anew, there is no room for it; then there is.
    fn a_full_disk_at_every_file() -> Result<(), Failed> {
        let mut number = 0;
        for act in acts::ALL {
            let undisturbed = begun(act);
            let before = files(undisturbed.path());
            if !tracer::call(act, undisturbed.path())?.0 {
                return Err(format!("{act} does not end well").into());
            }
            let after = files(undisturbed.path());
            let is_replaced =
                |file: &&String| before.contains_key(*file) && before[*file] != after[*file];
            for file in after.keys().filter(is_replaced) {
                let folder = begun(act);
                let path = folder.path().join(&file[1..]);
                let name = path.file_name().expect("a file").to_string_lossy().into_owned();
                symlink("/dev/full", path.with_file_name(format!(".{name}.new"))).expect("linked");
                let (is_well, words) = tracer::call(act, folder.path())?;
                if is_well || !words.contains(&name) || !words.contains("No space left") {
                    return Err(format!("{act}: no room for {file}, and it says: {words}").into());
                }
                let found = files(folder.path());
                if before.iter().any(|(file, was)| {
                    found.get(file) != Some(was) && found.get(file) != after.get(file)
                }) {
                    return Err(format!("{act}: no room for {file}, and something is lost").into());
                }
                if !tracer::call(act, folder.path())?.0 || files(folder.path()) != after {
                    return Err(format!(
                        "{act}: there is room for {file} again, and it is not mended"
                    )
                    .into());
                }
                number += 1;
            }
        }
        // At least one an act.
        if number < acts::ALL.len() {
            return Err(format!("only {number} files were tried").into());
        }
        Ok(())
    }

    fn a_folder_that_nobody_may_write_to() -> Result<(), Failed> {
        for (act, inside) in
            [("explored", "explored"), ("recording", "recordings"), ("progress", "../../.progress")]
        {
            let folder = begun(act);
            let place = folder.path().join("crates/tea").join(inside);
            fs::remove_dir_all(&place).expect("it was there");
            // Not even root can make a file there.
            symlink("/proc/self/fdinfo", &place).expect("linked");
            let (is_well, words) = tracer::call(act, folder.path())?;
            let name = inside.rsplit('/').next().unwrap_or(inside);
            if is_well || !words.contains(name) {
                return Err(format!("{act}: it says {words}").into());
            }
        }
        Ok(())
    }

    /// The files below a folder, by their paths from there, without those that only an interrupted
    /// write leaves behind.
    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let folder = folder.to_str().expect("the path is text");
        let mut found = BTreeMap::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs::read_dir(next).expect("a folder").flatten() {
                let path = entry.path();
                let text = path.to_str().expect("the path is text").to_owned();
                if path.is_dir() {
                    open.push(text);
                } else if !xtask::files::is_left_behind(text.as_str().into()) {
                    found.insert(text[folder.len()..].to_owned(), fs::read(path).expect("a file"));
                }
            }
        }
        found
    }

    fn begun(act: &str) -> TempDir {
        let folder = TempDir::new().expect("a folder");
        acts::prepare(act, folder.path().to_str().expect("the path is text").into());
        folder
    }

    /// Plays the act, killed at every call that changes a file.
    fn killed_everywhere(act: &str) -> Result<(), Failed> {
        let undisturbed = begun(act);
        let before = files(undisturbed.path());
        if tracer::play(act, undisturbed.path(), usize::MAX)? != tracer::End::ByItself {
            return Err("it does not end well where nobody kills it".into());
        }
        let after = files(undisturbed.path());
        if before == after {
            return Err("it changes nothing".into());
        }
        let mut places = 0;
        loop {
            let folder = begun(act);
            if tracer::play(act, folder.path(), places)? == tracer::End::ByItself {
                break;
            }
            places += 1;
            for (file, found) in files(folder.path()) {
                let is_old = before.get(&file) == Some(&found);
                let is_new = after.get(&file) == Some(&found);
                if !is_old && !is_new {
                    let found = String::from_utf8_lossy(&found).into_owned();
                    return Err(format!("killed at {places}: {file} is\n{found}").into());
                }
            }
            if let Some(file) = before.keys().find(|file| !folder.path().join(&file[1..]).exists())
            {
                return Err(format!("killed at {places}: {file} is gone").into());
            }
            acts::nothing_is_lost(act, folder.path().to_str().expect("the path is text").into());
            if tracer::play(act, folder.path(), usize::MAX)? != tracer::End::ByItself {
                return Err(format!("killed at {places}: the next call fails").into());
            }
            let mended = files(folder.path());
            if mended != after {
                let names = mended.keys().collect::<Vec<_>>();
                return Err(format!(
                    "killed at {places}: the next call does not mend it: {names:?}"
                )
                .into());
            }
        }
        println!("{act}: killed at {places} places");
        // A file that is replaced is opened, written, asked to be on the disk, and moved.
        if places < 8 {
            return Err(format!("only {places} places were found").into());
        }
        Ok(())
    }
}
