//! Writes files so that whoever reads them, and whatever is interrupted, finds the old text or the new
//! one, whole.

use std::fs::{self, File};
use std::io::{self, Write};

use anyhow::{Context, Result};
use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

/// Puts `bytes` into `file`, whose folder is there, in place of what is in it.
pub fn replace(file: &Utf8Path, bytes: &[u8]) -> Result<()> {
    let new = beside(file);
    let written = write(&new, bytes).and_then(|()| fs::rename(&new, file));
    if written.is_err() {
        // What could not be written is worth nothing; that it cannot be removed says no more.
        let _ = fs::remove_file(&new);
    }
    written.with_context(|| format!("writing {file}"))?;
    // The rename lasts once the folder is on the disk; not every file system can be asked for that.
    if let Some(Ok(folder)) = file.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Where the new text is while it is not complete.
fn beside(file: &Utf8Path) -> Utf8PathBuf {
    file.with_file_name(format!(".{}.new", file.file_name().unwrap_or_default()))
}

/// Writes a file and waits until it is on the disk.
fn write(file: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}
