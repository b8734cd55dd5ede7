//! Which line of the one run is which line of the other.

use std::collections::{HashMap, HashSet};

use records::Clock;

use crate::compare::side::Side;
use crate::course::declared::{DeclaredLine, Differs};
use crate::show::seconds;

/// A line of each side, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    /// tokio's.
    pub tokio: usize,
    /// asyncio's.
    pub asyncio: usize,
}

/// All lines of both sides.
#[derive(Debug, Default)]
pub struct Pairs {
    /// What both print, in tokio's order.
    pub both: Vec<Pair>,
    /// What only tokio prints, undeclared.
    pub only_tokio: Vec<usize>,
    /// What only asyncio prints, undeclared.
    pub only_asyncio: Vec<usize>,
    /// What is declared to be printed by tokio alone.
    pub declared_tokio: HashSet<usize>,
    /// The same of asyncio.
    pub declared_asyncio: HashSet<usize>,
    /// Pairs whose words are declared to differ.
    pub reworded: HashSet<Pair>,
    /// Pairs whose instants are declared to differ.
    pub retimed: HashSet<Pair>,
    /// Lines that asyncio is declared to print the other way round.
    pub swapped: HashSet<(Pair, Pair)>,
}

impl Pairs {
    /// Pairs the lines of two runs. Says, too, which declarations are not so.
    pub fn of(tokio: &Side, asyncio: &Side, declared: &[Differs]) -> (Self, Vec<String>) {
        let mut pairs = Self::default();
        let mut stale = Vec::new();
        for line in declared.iter().flat_map(|group| &group.lines) {
            stale.extend(pairs.declare(tokio, asyncio, line).err());
        }
        pairs.by_words(tokio, asyncio);
        for [first, second] in declared.iter().flat_map(|group| &group.order) {
            stale.extend(pairs.declare_order(tokio, first, second).err());
        }
        (pairs, stale)
    }

    fn declare(&mut self, tokio: &Side, asyncio: &Side, line: &DeclaredLine) -> Result<(), String> {
        let by_tokio = line.by_tokio().map(|text| found(tokio, "tokio", text)).transpose()?;
        let by_asyncio =
            line.by_asyncio().map(|text| found(asyncio, "asyncio", text)).transpose()?;
        if let (Some(text), None) | (None, Some(text)) = (line.by_tokio(), line.by_asyncio()) {
            let (other, name) =
                if by_tokio.is_some() { (asyncio, "asyncio") } else { (tokio, "tokio") };
            if other.find(text) != Err(0) {
                return Err(format!("`{text}` is declared to be missing: {name} prints it, too"));
            }
        }
        for (side, name, printed, at) in [
            (tokio, "tokio", by_tokio, line.tokio_at),
            (asyncio, "asyncio", by_asyncio, line.asyncio_at),
        ] {
            if let (Some(printed), Some(at)) = (printed, at) {
                holds(side, name, printed, at)?;
            }
        }
        match (by_tokio, by_asyncio) {
            (Some(tokio), None) => _ = self.declared_tokio.insert(tokio),
            (None, Some(asyncio)) => _ = self.declared_asyncio.insert(asyncio),
            (None, None) => return Err("a declared line has no words".to_owned()),
            (Some(one), Some(other)) => {
                let pair = Pair { tokio: one, asyncio: other };
                if self.both.iter().any(|known| known.tokio == one || known.asyncio == other) {
                    let text = &tokio.lines[one].text;
                    return Err(format!("`{text}`: a line of it is declared twice"));
                }
                let is_retimed = tokio.lines[one].at != asyncio.lines[other].at;
                let is_reworded = tokio.lines[one].text != asyncio.lines[other].text;
                let is_timed = line.tokio_at.is_some() || line.asyncio_at.is_some();
                self.both.push(pair);
                if is_timed && !is_retimed {
                    let text = &tokio.lines[one].text;
                    return Err(format!("`{text}`: both print it at the same instant"));
                }
                if !is_timed && !is_reworded {
                    let text = &tokio.lines[one].text;
                    return Err(format!("`{text}`: both print it, in the same words"));
                }
                if is_reworded {
                    self.reworded.insert(pair);
                }
                if line.tokio_at.is_some() && line.asyncio_at.is_some() {
                    self.retimed.insert(pair);
                }
            }
        }
        Ok(())
    }

    /// Pairs what is left by its words.
    fn by_words(&mut self, tokio: &Side, asyncio: &Side) {
        let mut left: HashMap<&str, Vec<usize>> = HashMap::new();
        let paired: HashSet<usize> = self.both.iter().map(|pair| pair.asyncio).collect();
        for (line, said) in asyncio.lines.iter().enumerate().rev() {
            if !paired.contains(&line) && !self.declared_asyncio.contains(&line) {
                left.entry(&said.text).or_default().push(line);
            }
        }
        let paired: HashSet<usize> = self.both.iter().map(|pair| pair.tokio).collect();
        for (line, said) in tokio.lines.iter().enumerate() {
            if paired.contains(&line) || self.declared_tokio.contains(&line) {
                continue;
            }
            match left.get_mut(said.text.as_str()).and_then(Vec::pop) {
                Some(asyncio) => self.both.push(Pair { tokio: line, asyncio }),
                None => self.only_tokio.push(line),
            }
        }
        self.both.sort();
        self.only_asyncio = left.into_values().flatten().collect();
        self.only_asyncio.sort_unstable();
    }

    fn declare_order(&mut self, tokio: &Side, first: &str, second: &str) -> Result<(), String> {
        let pair = |text| {
            let line = found(tokio, "tokio", text)?;
            let pair = self.both.iter().find(|pair| pair.tokio == line).copied();
            pair.ok_or_else(|| format!("`{text}` has an order only if asyncio prints it, too"))
        };
        let (one, other) = (pair(first)?, pair(second)?);
        if one.tokio > other.tokio {
            return Err(format!("tokio prints `{second}` before `{first}`"));
        }
        if one.asyncio < other.asyncio {
            return Err(format!("asyncio, too, prints `{first}` before `{second}`"));
        }
        self.swapped.insert((one, other));
        Ok(())
    }
}

/// The only line with this text.
fn found(side: &Side, name: &str, text: &str) -> Result<usize, String> {
    side.find(text).map_err(|times| match times {
        0 => format!("{name} prints no line `{text}`"),
        _ => format!(
            "{name} prints `{text}` {times} times: only a line that is printed once can be declared"
        ),
    })
}

/// Whether a line is printed when it is declared to be.
fn holds(side: &Side, name: &str, line: usize, at: f64) -> Result<(), String> {
    let said = &side.lines[line];
    let text = &said.text;
    if side.clock == Some(Clock::Real) {
        return Err(format!("`{text}`: on the real clock no instant can be declared"));
    }
    let printed = std::time::Duration::from_micros(said.at);
    if (printed.as_secs_f64() - at).abs() < 1e-6 {
        return Ok(());
    }
    Err(format!("{name} prints `{text}` at {}, not at {at} s", seconds(printed)))
}
