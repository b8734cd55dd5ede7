//! Twins recorded now, by the CPythons of this machine.

use std::collections::{HashMap, VecDeque};
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, bail};

use crate::cargo::Executables;
use crate::children::held;
use crate::compare::interpreters::{Interpreter, Interpreters};
use crate::compare::recordings::{self, Recorded};
use crate::compare::server::{self, Server};
use crate::compare::twin::{self, Failure};
use crate::course::{Course, Program};

/// A package that some twins need.
const AIOHTTP: &str = "aiohttp";

/// What records twins.
pub struct Live<'a> {
    course: &'a Course,
    /// The interpreters.
    pub interpreters: Interpreters,
    /// The twins' texts, by the programs' paths.
    texts: HashMap<String, String>,
    /// The servers that run, by the lessons' names.
    servers: HashMap<String, Server>,
}

/// The twins' recordings by one interpreter, by the programs' paths.
pub struct Take {
    /// Who ran them.
    pub interpreter: Interpreter,
    /// What came of it.
    pub recorded: HashMap<String, Result<Recorded, Failure>>,
    /// How many were left out, for want of a package.
    pub left_out: usize,
}

impl<'a> Live<'a> {
    /// Finds the interpreters.
    ///
    /// # Errors
    ///
    /// If `python3` is missing, too old, or without a package that a twin needs.
    pub fn new(course: &'a Course, programs: &[&Program]) -> Result<Self> {
        let interpreters = Interpreters::find()?;
        let mut texts = HashMap::new();
        for program in programs {
            texts.insert(program.path(), recordings::twin(course, program)?);
        }
        if !interpreters.first.has_aiohttp
            && let Some(program) = programs.iter().find(|program| needs_aiohttp(&texts, program))
        {
            bail!(
                "{}, the `python3` on the PATH, lacks the package {AIOHTTP}, which the twin of {} \
                 imports. Install it in an environment of its own, and take that: python3 -m venv \
                 target/twins && target/twins/bin/pip install {AIOHTTP} && \
                 PATH=$PWD/target/twins/bin:$PATH cargo xtask compare {} --live",
                interpreters.first.name(),
                program.path(),
                program.lesson,
            );
        }
        Ok(Self { course, interpreters, texts, servers: HashMap::new() })
    }

    fn is_served(&self, program: &Program) -> bool {
        server::is_wanted(&self.texts[&program.path()])
    }

    /// Starts the servers that the programs' twins fetch from.
    ///
    /// # Errors
    ///
    /// If one is not built, or does not start.
    pub fn serve(&mut self, executables: &Executables, programs: &[&Program]) -> Result<()> {
        for program in programs {
            if self.is_served(program) && !self.servers.contains_key(&program.lesson) {
                let server = Server::start(self.course, executables, program)?;
                self.servers.insert(program.lesson.clone(), server);
            }
        }
        Ok(())
    }

    /// Records one twin.
    pub fn record(&self, program: &Program, by: &Interpreter) -> Result<Recorded, Failure> {
        let text = &self.texts[&program.path()];
        let server = self.is_served(program).then(|| self.servers.get(&program.lesson)).flatten();
        let address = server.map(|server| server.address.as_str());
        twin::record(self.course, program, text, by, address)
    }

    /// Records all twins that the interpreter can run, as many at once as there are cores.
    pub fn take(&self, programs: &[&Program], interpreter: &Interpreter) -> Take {
        let can_run =
            |program: &&Program| interpreter.has_aiohttp || !needs_aiohttp(&self.texts, program);
        let queue: VecDeque<&Program> = programs.iter().copied().filter(can_run).collect();
        let left_out = programs.len() - queue.len();
        let (queue, recorded) = (Mutex::new(queue), Mutex::new(HashMap::new()));
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| {
                    loop {
                        let Some(program) = held(&queue).pop_front() else { break };
                        let came = self.record(program, interpreter);
                        held(&recorded).insert(program.path(), came);
                    }
                });
            }
        });
        let recorded = recorded.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        Take { interpreter: interpreter.clone(), recorded, left_out }
    }
}

fn needs_aiohttp(texts: &HashMap<String, String>, program: &Program) -> bool {
    texts[&program.path()].contains(&format!("import {AIOHTTP}"))
}
