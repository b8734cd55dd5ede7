//! The arguments between the attribute's brackets.

use proc_macro::{Span, TokenStream, TokenTree};

use crate::Mistake;

const KNOWN: &str = "known are `flavor`, `worker_threads` and `clock`";

/// What the attribute was told.
#[derive(Default)]
pub struct Arguments {
    single_threaded: bool,
    worker_threads: Option<u32>,
    real_clock: bool,
    /// Where a runtime is described, and by which argument.
    pub of_runtime: Option<(Span, String)>,
}

impl Arguments {
    /// Reads `name = literal, name = literal`.
    pub fn parse(tokens: TokenStream) -> Result<Self, Mistake> {
        let mut arguments = Self::default();
        let mut flavor_at = None;
        let mut named: Vec<String> = Vec::new();
        let mut tokens = tokens.into_iter();
        while let Some(name) = tokens.next() {
            let at = name.span();
            let TokenTree::Ident(name) = name else {
                return Err(Mistake::new(at, format!("expected the name of an argument; {KNOWN}")));
            };
            let name = name.to_string();
            if named.contains(&name) {
                return Err(Mistake::new(at, format!("`{name}` is set twice")));
            }
            named.push(name.clone());
            let equals = tokens.next();
            if !matches!(&equals, Some(TokenTree::Punct(punct)) if punct.as_char() == '=') {
                return Err(Mistake::new(at, format!("expected `{name} = …`")));
            }
            let value = match tokens.next() {
                Some(value @ (TokenTree::Literal(_) | TokenTree::Ident(_))) => value,
                _ => return Err(Mistake::new(at, format!("expected a value: `{name} = …`"))),
            };
            let at = if name == "flavor" || name == "clock" { value.span() } else { at };
            arguments.set(&name, &value.to_string(), at)?;
            if name == "flavor" {
                flavor_at = Some(at);
            }
            if name != "clock" {
                arguments.of_runtime.get_or_insert((at, name));
            }
            match tokens.next() {
                None => break,
                Some(TokenTree::Punct(punct)) if punct.as_char() == ',' => {}
                Some(other) => {
                    return Err(Mistake::new(
                        other.span(),
                        "expected a comma before the next argument",
                    ));
                }
            }
        }
        match flavor_at {
            Some(at) if arguments.single_threaded && arguments.worker_threads.is_some() => {
                Err(Mistake::new(at, "a `current_thread` runtime has no `worker_threads`"))
            }
            _ => Ok(arguments),
        }
    }

    fn set(&mut self, name: &str, value: &str, at: Span) -> Result<(), Mistake> {
        match (name, value) {
            ("flavor", "\"current_thread\"") => self.single_threaded = true,
            ("flavor", "\"multi_thread\"") => self.single_threaded = false,
            ("flavor", _) => {
                let message = format!("no flavor {value}: `current_thread` or `multi_thread`");
                return Err(Mistake::new(at, message));
            }
            ("clock", "\"real\"") => self.real_clock = true,
            ("clock", _) => {
                let message = format!(
                    "no clock {value}: a program that says `clock = \"real\"` runs on the real \
                     clock, one that says nothing on the virtual one where it can"
                );
                return Err(Mistake::new(at, message));
            }
            ("worker_threads", _) => match value.parse() {
                Ok(threads) if threads > 0 => self.worker_threads = Some(threads),
                _ => return Err(Mistake::new(at, "`worker_threads` is a whole number from 1")),
            },
            ("start_paused", _) => {
                let message = "the clock is paused by the runner, not by the program";
                return Err(Mistake::new(at, message));
            }
            _ => return Err(Mistake::new(at, format!("no argument `{name}`; {KNOWN}"))),
        }
        Ok(())
    }

    /// The expression that tells `meanwhile` what it runs.
    pub fn into_program(self) -> String {
        let flavor = if self.single_threaded { "CurrentThread" } else { "MultiThread" };
        format!(
            "::meanwhile::entry::Program {{ \
                module: ::core::module_path!(), \
                folder: ::core::env!(\"CARGO_MANIFEST_DIR\"), \
                flavor: ::meanwhile::entry::Flavor::{flavor}, \
                worker_threads: {threads:?}, \
                real_clock: {real_clock} \
            }}",
            threads = self.worker_threads,
            real_clock = self.real_clock,
        )
    }
}
