//! Reads and writes the files of the course, and says which one it was.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

mod whole;

pub use whole::{is_left_behind, place, replace};

/// The text of a file.
pub fn read(file: &Utf8Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {file}"))
}

/// All files below a folder, the folder's own subfolders included; none if there is no folder. What an
/// interrupted write has left behind is none.
pub fn below(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in folder.read_dir_utf8().with_context(|| format!("reading the folder {folder}"))? {
        let path = entry.with_context(|| format!("reading the folder {folder}"))?.into_path();
        if path.is_dir() {
            found.extend(below(&path)?);
        } else if !is_left_behind(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes these files, by their paths in a folder. What is there already and right is not touched, so that
/// cargo does not build it again; what else is there stays.
pub fn write_what_differs(folder: &Utf8Path, wanted: BTreeMap<Utf8PathBuf, String>) -> Result<()> {
    for (inside, text) in wanted {
        let file = folder.join(inside);
        if fs::read_to_string(&file).is_ok_and(|known| known == text) {
            continue;
        }
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("making the folder {parent}"))?;
        fs::write(&file, text).with_context(|| format!("writing {file}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_is_right_is_not_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(folder.path()).expect("its path is text");
        let write = |text: &str| {
            let wanted = ["a.rs", "b/c.rs"].map(|name| (name.into(), text.to_owned()));
            write_what_differs(folder, wanted.into()).expect("written");
        };
        write("tea");
        for file in below(folder).expect("read") {
            let file = fs::File::options().append(true).open(file).expect("it is there");
            file.set_modified(SystemTime::UNIX_EPOCH).expect("it has a time");
        }
        write("tea");
        let files = below(folder).expect("read");
        assert_eq!(files, [folder.join("a.rs"), folder.join("b/c.rs")]);
        let is_touched = |file: &Utf8PathBuf| {
            let when = fs::metadata(file).and_then(|file| file.modified()).expect("it has a time");
            when != SystemTime::UNIX_EPOCH
        };
        assert!(!files.iter().any(is_touched));
        write("coffee");
        assert!(files.iter().all(is_touched));
        assert_eq!(read(&files[1]).expect("read"), "coffee");
    }
}
