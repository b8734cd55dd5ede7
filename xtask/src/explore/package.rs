//! The package that the programs are explored in: a copy of `xtask/explore` with the programs in it.

use std::collections::BTreeMap;
use std::fs::{self, File};

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

use crate::course::{Course, Kind, Program};
use crate::files::{below, read, write_what_differs};

/// Where the programs go.
const BINARIES: &str = "programs/src/bin";

/// What a program sees in the place of `std`. On the line of what follows the header, so that all
/// lines keep their numbers.
const STD: &str = "#[macro_use] extern crate explored_std as std; ";

/// What a program is called as a binary.
pub fn binary(program: &Program) -> String {
    format!("{}--{}", program.lesson, program.name)
}

/// Where the package is.
pub fn folder(course: &Course) -> Utf8PathBuf {
    course.target.join("explore")
}

/// Writes the package with these programs in it; what was in it before stays. What is there already
/// and right is not touched, so that cargo does not build it again. Nobody else writes while the
/// file that is handed back is open.
pub fn write(course: &Course, programs: &[&Program]) -> Result<File> {
    let folder = folder(course);
    fs::create_dir_all(&folder).with_context(|| format!("making the folder {folder}"))?;
    let lock = folder.join(".lock");
    let lock = File::create(&lock).with_context(|| format!("writing {lock}"))?;
    lock.lock().with_context(|| format!("waiting for who else explores, in {folder}"))?;
    let source = course.root.join("xtask").join("explore");
    let mut wanted = BTreeMap::new();
    for file in below(&source)? {
        let inside = file.strip_prefix(&source).unwrap_or(&file);
        if !inside.starts_with("target") {
            wanted.insert(inside.to_owned(), read(&file)?);
        }
    }
    for program in programs {
        wanted.extend(sources(course, program)?);
    }
    write_what_differs(&folder, wanted)?;
    Ok(lock)
}

/// A program's files: one, or a folder with `main.rs` and the modules beside it.
fn sources(course: &Course, program: &Program) -> Result<BTreeMap<Utf8PathBuf, String>> {
    let main = course.root.join(&program.source);
    let text = explored(&read(&main)?);
    let name = Utf8Path::new(BINARIES).join(binary(program));
    let beside = main.parent().filter(|_| program.kind == Kind::Bin);
    let mut modules = beside.map(below).transpose()?.unwrap_or_default();
    modules.retain(|file| *file != main && file.extension() == Some("rs"));
    if modules.is_empty() {
        return Ok(BTreeMap::from([(name.with_extension("rs"), text)]));
    }
    let mut sources = BTreeMap::from([(name.join("main.rs"), text)]);
    for module in modules {
        sources.insert(name.join(module.file_name().unwrap_or_default()), read(&module)?);
    }
    Ok(sources)
}

/// The program, unchanged but for one item before its first.
fn explored(source: &str) -> String {
    let header = source
        .split_inclusive('\n')
        .take_while(|line| {
            let line = line.trim();
            line.is_empty()
                || line.starts_with("//") && !line.starts_with("///")
                || line.starts_with("#!")
        })
        .map(str::len)
        .sum::<usize>();
    let (before, after) = source.split_at(header);
    format!("{before}{STD}{after}")
}

#[cfg(test)]
mod tests {
    use super::{STD, explored};

    #[test]
    fn one_item_is_added_and_no_line() {
        for (before, after) in [
            ("//! A program.\n//!\n//!     cargo run\n\n", "use std::fmt;\n\nfn main() {}\n"),
            ("#![allow(dead_code)]\n// Why.\n", "/// What.\nstruct A;\n"),
            ("", "fn main() {}\n"),
        ] {
            let text = explored(&format!("{before}{after}"));
            assert_eq!(text, format!("{before}{STD}{after}"));
        }
    }
}
