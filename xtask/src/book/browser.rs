//! Looks at the built book: `xtask/browser/*.test.mjs`, in Chromium.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::Outcome;
use crate::children::Group;
use crate::course::Course;

/// Follows all links, and tries the book as a reader does.
///
/// # Errors
///
/// If node, npm or Chromium is not there.
pub fn test(course: &Course) -> Result<Outcome> {
    let folder = course.root.join("xtask/browser");
    has("node", "--version", "apt-get install nodejs npm")?;
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    has(&chromium, "--version", "apt-get install chromium, or CHROMIUM=/path/to/another")?;
    if !folder.join("node_modules/playwright-core").is_dir() {
        has("npm", "--version", "apt-get install npm")?;
        anstream::eprintln!("What drives the browser is not here: npm ci gets it, once.");
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder);
        let status = Group::start(npm).context("starting npm ci")?.wait()?;
        if !status.success() {
            bail!("npm ci in xtask/browser ended with {status}: is there a way to its registry?");
        }
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]);
    node.current_dir(&folder).env("CHROMIUM", chromium).stdin(Stdio::null());
    let status = Group::start(node).context("starting node")?.wait()?;
    Ok(if status.success() { Outcome::Fine } else { Outcome::Failed })
}

fn has(program: &str, argument: &str, how: &str) -> Result<()> {
    let quiet =
        Command::new(program).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status();
    match quiet {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => bail!(
            "{program} is here and does not start: `{program} {argument}` ended with {status}: {how}"
        ),
        Err(_) => bail!("{program} is not here, and the book is looked at with it: {how}"),
    }
}
