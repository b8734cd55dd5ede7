//! What was found, for other tools.

use anyhow::Result;
use serde::Serialize;

use super::Explored;
use super::ask::{Ending, Found, Request};
use super::order::{self, Line, Pair};
use crate::course::Program;

/// Goes up when something means something else than before.
const VERSION: u32 = 1;

/// Of more lines not each two are compared.
const MOST_LINES: usize = 200;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    request: &'a Request,
    programs: Vec<OfProgram<'a>>,
}

#[derive(Serialize)]
struct OfProgram<'a> {
    program: String,
    source: &'a str,
    /// Why it cannot be explored, if it cannot.
    not_modelled: Option<&'a str>,
    /// What went wrong, if anything did.
    trouble: Option<&'a str>,
    modes: Vec<OfMode<'a>>,
    lines: Vec<Line>,
    /// None if there are too many lines, or one mode.
    pairs: Option<Vec<Pair>>,
}

#[derive(Serialize)]
struct OfMode<'a> {
    mode: &'a str,
    schedules: usize,
    complete: bool,
    outputs: Vec<OfOutput<'a>>,
}

#[derive(Serialize)]
struct OfOutput<'a> {
    lines: Vec<&'a str>,
    ending: Ending,
    message: Option<&'a str>,
    schedules: usize,
    replay: &'a str,
}

/// The document.
pub fn text(all: &[(&Program, Explored)], request: &Request) -> Result<String> {
    let programs = all.iter().map(|(program, explored)| of_program(program, explored)).collect();
    Ok(serde_json::to_string_pretty(&Document { version: VERSION, request, programs })? + "\n")
}

fn of_program<'a>(program: &'a Program, explored: &'a Explored) -> OfProgram<'a> {
    let mut document = OfProgram {
        program: program.path(),
        source: program.source.as_str(),
        not_modelled: None,
        trouble: None,
        modes: Vec::new(),
        lines: Vec::new(),
        pairs: None,
    };
    match explored {
        Explored::NotModelled(why) => document.not_modelled = Some(why),
        Explored::Trouble(what) => document.trouble = Some(what),
        Explored::Found(found) => {
            document.modes = found.iter().map(of_mode).collect();
            document.lines = order::lines(found);
            if let ([delays, free], ..=MOST_LINES) = (found.as_slice(), document.lines.len()) {
                document.pairs = Some(order::pairs(&document.lines, delays, free));
            }
        }
    }
    document
}

fn of_mode(found: &Found) -> OfMode<'_> {
    let outputs = found.outputs.iter().map(|output| OfOutput {
        lines: output.printed.lines().collect(),
        ending: output.ending,
        message: output.message.as_deref(),
        schedules: output.schedules,
        replay: &output.replay,
    });
    OfMode {
        mode: &found.mode,
        schedules: found.schedules,
        complete: found.complete,
        outputs: outputs.collect(),
    }
}
