//! How answers are linked: with the standard library as it lies in the toolchain, and not with a copy
//! of it and of its debug information in each. That takes a tenth off the time from a save to a verdict.

use std::env;
use std::path::Path;

use cargo_metadata::camino::{Utf8Path, Utf8PathBuf};

/// The flags for rustc, if it is known where that library lies; without them each answer has its copy.
pub fn flags() -> Vec<String> {
    // Whose compiler or target is not the toolchain's own has the library elsewhere.
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if ["RUSTC", "CARGO_BUILD_RUSTC", "CARGO_BUILD_TARGET"].into_iter().any(is_set) {
        return Vec::new();
    }
    let cargo = env::var_os("CARGO").unwrap_or_default();
    let folder = Utf8Path::from_path(Path::new(&cargo)).and_then(library);
    folder.map_or_else(Vec::new, |folder| {
        ["-C", "prefer-dynamic", "-C", &format!("link-arg=-Wl,-rpath,{folder}")]
            .map(str::to_owned)
            .into()
    })
}

/// The folder of the toolchain's standard library, by its cargo.
fn library(cargo: &Utf8Path) -> Option<Utf8PathBuf> {
    if !cfg!(all(target_os = "linux", target_env = "gnu")) {
        return None;
    }
    let triple = format!("{}-unknown-linux-gnu", env::consts::ARCH);
    let folder = cargo.parent()?.parent()?.join("lib/rustlib").join(triple).join("lib");
    let is_library = |name: &str| name.starts_with("libstd-") && name.ends_with(".so");
    let mut entries = folder.read_dir_utf8().ok()?.flatten();
    entries.any(|entry| is_library(entry.file_name())).then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::library;

    #[test]
    fn where_there_is_no_library_none_is_found() {
        assert_eq!(library("cargo".into()), None);
        assert_eq!(library("/nowhere/bin/cargo".into()), None);
    }
}
