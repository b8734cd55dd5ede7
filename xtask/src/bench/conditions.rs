//! The machine that figures are of, and what was installed on it.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::available_parallelism;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use cargo_metadata::camino::Utf8Path;
use serde::{Deserialize, Serialize};

/// A machine and its versions. What is not known is empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conditions {
    /// The processor's name.
    pub cpu: String,
    /// How many cores a program may use.
    pub cores: usize,
    /// Bytes of memory.
    pub memory: u64,
    /// The operating system.
    pub system: String,
    /// `rustc --version`.
    pub rustc: String,
    /// The version of tokio that the benchmarks link.
    pub tokio: String,
    /// That of reqwest.
    pub reqwest: String,
    /// The version of CPython.
    pub python: String,
    /// That of uvloop.
    pub uvloop: String,
    /// That of aiohttp.
    pub aiohttp: String,
}

/// What a Python says of itself: its version, and those of the two packages.
#[derive(Clone, Debug, Default)]
pub struct Python {
    /// Its own version.
    pub version: String,
    /// Of uvloop; empty if it is not there.
    pub uvloop: String,
    /// Of aiohttp; empty if it is not there.
    pub aiohttp: String,
}

/// What a Python is asked.
const QUESTION: &str = "
import platform
print(platform.python_version())
for name in 'uvloop', 'aiohttp':
    try:
        print(__import__(name).__version__)
    except ImportError:
        print()
";

impl Python {
    /// What the interpreter says; none if it does not start.
    pub fn ask(command: &Utf8Path) -> Option<Self> {
        let mut python = Command::new(command);
        let answer = python.args(["-c", QUESTION]).stdin(Stdio::null()).stderr(Stdio::null());
        let answer = answer.output().ok().filter(|answer| answer.status.success())?;
        let text = String::from_utf8(answer.stdout).ok()?;
        let mut lines = text.lines().map(|line| line.trim().to_owned());
        Some(Self {
            version: lines.next()?,
            uvloop: lines.next().unwrap_or_default(),
            aiohttp: lines.next().unwrap_or_default(),
        })
    }
}

/// A lock file, as far as it is read.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

impl Conditions {
    /// Of this machine, with this Python.
    pub fn of_this_machine(root: &Utf8Path, python: &Python) -> Result<Self> {
        let rustc = Command::new("rustc").arg("--version").current_dir(root).output();
        let rustc = rustc.context("asking rustc for its version")?;
        let file = root.join("xtask/bench/Cargo.lock");
        let lock = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
        let lock: Lock = basic_toml::from_str(&lock).with_context(|| format!("reading {file}"))?;
        let version = |name: &str| {
            let package = lock.package.iter().find(|package| package.name == name);
            package.map(|package| package.version.clone()).unwrap_or_default()
        };
        let kernel = |file| fs::read_to_string(format!("/proc/sys/kernel/{file}"));
        let system = kernel("ostype")
            .and_then(|name| Ok(format!("{} {}", name.trim(), kernel("osrelease")?.trim())));
        Ok(Self {
            cpu: field("/proc/cpuinfo", "model name").unwrap_or_default(),
            cores: available_parallelism().map_or(1, usize::from),
            memory: memory("MemTotal").unwrap_or_default(),
            system: system.unwrap_or_else(|_| std::env::consts::OS.to_owned()),
            rustc: String::from_utf8_lossy(&rustc.stdout).trim().to_owned(),
            tokio: version("tokio"),
            reqwest: version("reqwest"),
            python: python.version.clone(),
            uvloop: python.uvloop.clone(),
            aiohttp: python.aiohttp.clone(),
        })
    }

    /// As the rows of a table: what it is, and what it says.
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        let or_not = |version: &str| match version {
            "" => "not there".to_owned(),
            version => version.to_owned(),
        };
        let memory = format!("{:.1} GiB", self.memory as f64 / f64::from(1 << 30));
        vec![
            ("processor", format!("{}, {} cores", self.cpu, self.cores)),
            ("memory", memory),
            ("system", self.system.clone()),
            ("rustc", self.rustc.trim_start_matches("rustc ").to_owned()),
            ("tokio", self.tokio.clone()),
            ("reqwest", self.reqwest.clone()),
            ("CPython", or_not(&self.python)),
            ("uvloop", or_not(&self.uvloop)),
            ("aiohttp", or_not(&self.aiohttp)),
        ]
    }
}

/// The bytes of memory that programs may still have; none where nobody says.
pub fn available_memory() -> Option<u64> {
    memory("MemAvailable")
}

/// The mean number of processes that wanted a processor in the last minute.
pub fn load_average() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// The day, in UTC.
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    date(seconds / 86_400)
}

/// The day that is so many days after 1970-01-01.
fn date(days: u64) -> String {
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let (mut year, mut month, mut day) = (1970, 1, days);
    while day >= 365 + u64::from(is_leap(year)) {
        day -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", day + 1)
}

fn memory(name: &str) -> Option<u64> {
    let kilobytes = field("/proc/meminfo", name)?;
    Some(kilobytes.split(' ').next()?.parse::<u64>().ok()? * 1024)
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_have_dates() {
        let days = [0, 58, 59, 11_016, 11_017, 19_782, 20_453];
        let dates = [
            "1970-01-01",
            "1970-02-28",
            "1970-03-01",
            "2000-02-29",
            "2000-03-01",
            "2024-02-29",
            "2025-12-31",
        ];
        assert_eq!(days.map(date), dates);
    }
}
