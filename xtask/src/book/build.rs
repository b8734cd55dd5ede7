//! Calls mdBook, of one version; where it is not, cargo installs it below `target`.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;

use crate::children::Group;
use crate::course::Course;
use crate::{cargo, show};

/// The version of mdBook that the book is made with.
pub const VERSION: &str = "0.5.4";

/// The site, from the workspace's folder.
pub const SITE: &str = "docs/book";

/// Makes the site.
///
/// # Errors
///
/// If mdBook cannot be had, or says that something is wrong with a page.
pub fn build(course: &Course) -> Result<()> {
    let mut mdbook = Command::new(mdbook(course)?);
    mdbook.args(["build", "docs"]).current_dir(&course.root);
    mdbook.stdout(Stdio::null()).stderr(Stdio::piped());
    let output = mdbook.output().context("starting mdbook")?;
    let words = show::tame(&String::from_utf8_lossy(&output.stderr));
    // It leaves out what it cannot include, says so, and ends well.
    let is_trouble = |line: &&str| ["ERROR", "WARN"].iter().any(|word| line.contains(word));
    let trouble: Vec<&str> = words.lines().filter(is_trouble).collect();
    if !output.status.success() {
        bail!("mdbook build docs ended with {}:\n{words}", output.status);
    }
    if !trouble.is_empty() {
        bail!("mdbook build docs has left something out:\n{}", trouble.join("\n"));
    }
    show::print(&format!(
        "The book is in {SITE}: open {SITE}/index.html, or cargo xtask book serve\n"
    ));
    Ok(())
}

/// The mdBook of [`VERSION`]: the one on the PATH, the one below `target`, or a new one there.
///
/// # Errors
///
/// If there is none and cargo cannot install it.
pub fn mdbook(course: &Course) -> Result<Utf8PathBuf> {
    let root = course.target.join("tools");
    let ours = root.join("bin/mdbook");
    for known in [Utf8PathBuf::from("mdbook"), ours.clone()] {
        if is_of_the_version(known.as_os_str()) {
            return Ok(known);
        }
    }
    anstream::eprintln!(
        "mdBook {VERSION} is not here: cargo installs it in {}. That takes a minute or two, once.",
        course.shown(&root)
    );
    let mut install = cargo::command(&course.root);
    install.args(["install", "mdbook", "--locked", "--force", "--version", VERSION, "--root"]);
    install.arg(&root).args(["--target-dir"]).arg(root.join("build"));
    // The course's flags are for the lessons.
    install.env("CARGO_ENCODED_RUSTFLAGS", "");
    let group = Group::start(install).context("starting cargo install mdbook")?;
    let status = group.wait().context("waiting for cargo install mdbook")?;
    if !status.success() || !is_of_the_version(ours.as_os_str()) {
        bail!(
            "cargo could not install mdBook: is there a way to crates.io? By hand: cargo install \
             mdbook --locked --version {VERSION}"
        );
    }
    // What it was built from is large, and needed no more.
    let _ = std::fs::remove_dir_all(root.join("build"));
    Ok(ours)
}

fn is_of_the_version(mdbook: &OsStr) -> bool {
    let output = Command::new(mdbook).arg("--version").stderr(Stdio::null()).output();
    output.is_ok_and(|output| {
        String::from_utf8_lossy(&output.stdout).trim().trim_start_matches("mdbook v") == VERSION
    })
}
