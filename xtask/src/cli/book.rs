//! `cargo xtask book`.

use anyhow::Result;
use clap::Subcommand;

use crate::Outcome;
use crate::book;
use crate::course::Course;

/// What is done with the book.
#[derive(Clone, Debug, Subcommand)]
pub enum Book {
    /// Makes the parts of it that are made from the lessons: the figures, the quizzes, the pages of
    /// exercises, the table of contents
    Refresh {
        /// Says which are not of today, and leaves them; exits with 1 if one is not.
        #[arg(long)]
        check: bool,
    },
    /// Refreshes it, and makes the site in docs/book with mdBook
    Build,
    /// Makes it, serves it on loopback, and makes it again when a page or a lesson changes
    Serve {
        /// The port; the next free one if left out, from 3000 on.
        #[arg(long)]
        port: Option<u16>,
        /// Opens it in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Makes the site, follows all of its links, and tries it in Chromium; needs node, npm and Chromium
    Test,
}

impl Book {
    /// Does it.
    pub fn run(&self, course: &Course) -> Result<Outcome> {
        match self {
            Self::Refresh { check } => book::refresh(course, *check),
            Self::Build => {
                book::refresh(course, false)?;
                book::build::build(course)?;
                Ok(Outcome::Fine)
            }
            Self::Serve { port, open } => {
                book::refresh(course, false)?;
                book::serve::serve(course, *port, *open)
            }
            Self::Test => book::test(course),
        }
    }
}
