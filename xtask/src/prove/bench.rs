//! Runs the random program of a name: recorded once, and under all schedules, or many.

use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::camino::Utf8PathBuf;
use playback::Recording;
use records::Clock;

use super::Claims;
use crate::course::{Course, Program};
use crate::diagnosis::diagnose;
use crate::explore::{self, Built, Ending, Explored, Found, Request};
use crate::limits::Limits;
use crate::play::play_with;
use crate::recorded;
use crate::trouble::Trouble;

/// The package of the random programs, a fixture.
const PACKAGE: &str = "random";

/// The environment variable that holds a program's name.
const VARIABLE: &str = "MEANWHILE_RANDOM";

/// Both builds of the random program.
pub struct Bench {
    course: Course,
    program: Program,
    recorded: Utf8PathBuf,
    explored: Built,
    /// What is asked of each program.
    pub request: Request,
}

/// What came of one program.
#[derive(Debug)]
pub struct Tested {
    /// Its recording.
    pub recording: Recording,
    /// How the recorded run ended.
    pub ending: Ending,
    /// What its schedules print.
    pub found: Vec<Found>,
    /// What the recording claims, held against them.
    pub claims: Claims,
    /// Whether all schedules with the delays were tried, and the recorded run is none of them.
    pub is_stranger: bool,
}

impl Tested {
    /// Whether all claims hold, and the recorded run is one of the schedules.
    pub fn is_well(&self) -> bool {
        !self.is_stranger && self.claims.broken().next().is_none()
    }
}

/// Whether a random program could be called so: its seed, and the steps that it is without.
pub fn is_name(text: &str) -> bool {
    text.split('-').all(|number| number.parse::<u64>().is_ok())
}

impl Bench {
    /// Builds the random program twice. So many schedules are tried of each.
    pub fn build(schedules: usize) -> Result<Self> {
        let course = Course::fixtures()?;
        let program = course
            .programs()
            .find(|program| program.lesson == PACKAGE)
            .with_context(|| format!("looking for the package {PACKAGE}"))?
            .clone();
        let recorded = recorded::build(&course, &[&program])?
            .remove(&program.path())
            .with_context(|| format!("building {} with the recorder", program.path()))?;
        let explored = explore::build(&course, &[&program])?;
        let request = Request { schedules, ..Request::default() };
        Ok(Self { course, program, recorded, explored, request })
    }

    /// Runs the program of this name and holds its claims against its schedules.
    pub fn test(&self, name: &str) -> Result<Tested> {
        let limits = Limits::on(Clock::Virtual);
        let variables = [(VARIABLE, name)];
        let play =
            play_with(&self.recorded, &self.course.root, Clock::Virtual, &variables, limits)?;
        let ending = match diagnose(&play) {
            None => Ending::Returned,
            // None of these programs has a timer without an end.
            Some(Trouble::Deadlock { .. } | Trouble::TimerForEver { .. }) => Ending::Deadlock,
            Some(trouble) => bail!("the random program {name}: {}", trouble.name()),
        };
        let found = self.schedules(name, None)?;
        let [delays, free] = found.as_slice() else { bail!("{name} has no two searches") };
        let claims = Claims::held(&play.recording, delays, free);
        let printed: String = play
            .recording
            .lines
            .iter()
            .map(|line| String::from_utf8_lossy(&line.text) + "\n")
            .collect();
        let is_found = |found: &Found| {
            found.outputs.iter().any(|output| output.printed == printed && output.ending == ending)
        };
        let is_stranger = delays.complete && !is_found(delays);
        Ok(Tested { recording: play.recording, ending, found, claims, is_stranger })
    }

    /// What its schedules print, or the one of this name.
    pub fn schedules(&self, name: &str, replay: Option<&str>) -> Result<Vec<Found>> {
        let mut request = self.request.clone();
        request.variables = vec![(VARIABLE.to_owned(), name.to_owned())];
        request.replay = replay.map(str::to_owned);
        match explore::of_program(&self.course, &self.explored, &self.program, &request)? {
            Explored::Found(found) => Ok(found),
            Explored::NotModelled(why) => bail!("the random program {name} is not modelled: {why}"),
            Explored::Trouble(what) => bail!("the random program {name}: {what}"),
        }
    }

    /// The program of this name, as somebody would write it.
    pub fn shown(&self, name: &str) -> Result<String> {
        self.told(name, "show")
    }

    /// The numbers of its steps.
    pub fn steps(&self, name: &str) -> Result<Vec<String>> {
        Ok(self.told(name, "steps")?.lines().map(str::to_owned).collect())
    }

    fn told(&self, name: &str, what: &str) -> Result<String> {
        let output = Command::new(&self.recorded)
            .arg(what)
            .env(VARIABLE, name)
            .env_remove("MEANWHILE_RECORD")
            .output()
            .with_context(|| format!("starting {}", self.recorded))?;
        String::from_utf8(output.stdout).with_context(|| format!("reading the program {name}"))
    }
}
