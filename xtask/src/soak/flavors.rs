//! The runtimes that a program is soaked on.

use std::fmt;

use anyhow::{Context, Result};

use crate::attribute::Attribute;
use crate::course::{Course, Program};
use crate::files::read;

/// Which runtime a program runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flavor {
    /// One thread.
    CurrentThread,
    /// Worker threads.
    MultiThread,
    /// What the program builds itself.
    ItsOwn,
}

impl Flavor {
    /// What the program's attribute says.
    pub fn of(course: &Course, program: &Program) -> Result<Self> {
        let source = course.root.join(&program.source);
        let attribute = Attribute::find(&read(&source)?)
            .with_context(|| format!("{source}: its main function has no #[meanwhile::main(…)]"))?;
        Ok(match attribute.value_of("flavor") {
            _ if !attribute.on_async => Self::ItsOwn,
            Some("current_thread") => Self::CurrentThread,
            _ => Self::MultiThread,
        })
    }

    /// The other one; none beside runtimes of its own.
    pub fn other(self) -> Option<Self> {
        match self {
            Self::CurrentThread => Some(Self::MultiThread),
            Self::MultiThread => Some(Self::CurrentThread),
            Self::ItsOwn => None,
        }
    }

    /// The value of `MEANWHILE_FLAVOR` that asks for it.
    pub fn variable(self) -> Option<&'static str> {
        match self {
            Self::CurrentThread => Some("current_thread"),
            Self::MultiThread => Some("multi_thread"),
            Self::ItsOwn => None,
        }
    }
}

/// As the attribute spells it.
impl fmt::Display for Flavor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.variable().unwrap_or("its_own"))
    }
}
