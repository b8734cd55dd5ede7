//! What is said of a prediction.

use std::time::Duration;

use records::{Clock, Place};

use super::key::{Key, Line, Tie};
use super::text::Predicted;
use super::why::{Hop, Is};
use crate::exercises::verdict::{Name, Verdict};
use crate::show::{count, seconds, tame};

/// How much of a line is quoted.
const LONGEST: usize = 100;

/// The learner's file.
const FILE: &str = "exercise.txt";

/// Two lines of a prediction.
pub struct Two<'a> {
    /// What is known of them.
    pub key: &'a Key,
    /// The place in the key of the one that stands above.
    pub upper: usize,
    /// That of the one that stands below.
    pub lower: usize,
    /// The number of the lower line in the learner's file.
    pub number: u32,
}

impl Two<'_> {
    /// The two as they were recorded.
    fn recorded(&self) -> (&Line, &Line) {
        let (first, second) = (self.upper.min(self.lower), self.upper.max(self.lower));
        (&self.key.lines[first], &self.key.lines[second])
    }

    fn quoted(&self) -> (String, String) {
        let text = |place: usize| quoted(&self.key.lines[place].text);
        (text(self.upper), text(self.lower))
    }

    /// What keeps the two in order.
    fn reason(&self) -> String {
        let (first, second) = self.recorded();
        let (after, _) = self.key.between(self.upper, self.lower);
        match after.order {
            Tie::Because => because(&after.why),
            Tie::ByTheClock => self.by_the_clock(first, second),
            Tie::NeverOtherwise | Tie::NotPromised => String::new(),
        }
    }

    fn by_the_clock(&self, first: &Line, second: &Line) -> String {
        let about = if self.key.clock == Clock::Real { "about " } else { "" };
        let (one, other) = (time(self.key, first.at), time(self.key, second.at));
        format!("The clock keeps them apart: {about}{one} and {about}{other}.")
    }

    /// What the asyncio twin prints first.
    fn asyncio(&self) -> String {
        let (upper, lower) = self.quoted();
        match self.key.asyncio_too(self.upper, self.lower) {
            Some(true) => format!("prints {upper} first."),
            Some(false) => format!("prints {lower} first."),
            None => String::new(),
        }
    }

    fn verdict(&self, name: Name, why: String, asyncio: String) -> Verdict {
        Verdict::new(name, why, asyncio).at(Some(place(self.number)))
    }
}

/// Two lines that stand the other way round.
pub fn wrong_order(two: &Two) -> Verdict {
    let (upper, lower) = two.quoted();
    let (after, _) = two.key.between(two.upper, two.lower);
    let why = match after.order {
        Tie::Because => {
            format!("{lower} comes before {upper}, in every schedule. {}", two.reason())
        }
        Tie::ByTheClock => format!("{lower} comes before {upper}. {}", two.reason()),
        Tie::NeverOtherwise | Tie::NotPromised => format!(
            "{lower} comes before {upper}. No promise says so, and of {} that were tried none prints \
             them the other way round.",
            count(two.key.schedules, "schedule")
        ),
    };
    two.verdict(Name::WrongOrder, why, two.asyncio())
}

/// Two neighbours that nothing keeps apart.
pub fn luck_not_marked(two: &Two) -> Verdict {
    let (upper, lower) = two.quoted();
    let seen = match two.key.schedules {
        0 => String::new(),
        tried => format!(" Of {} that were tried, some print it so.", count(tried, "schedule")),
    };
    let why = format!(
        "Nothing in the program puts {upper} before {lower}: the lower could as well come first.{seen} \
         Its mark is a `~` in front of it."
    );
    let first = two.asyncio();
    let asyncio = match first.is_empty() {
        true => first,
        false => format!("{first} Its one loop takes turns in an order that is its own."),
    };
    two.verdict(Name::LuckNotMarked, why, asyncio)
}

/// Two neighbours that are taken for luck, and are none.
pub fn promised_after_all(two: &Two) -> Verdict {
    let (upper, lower) = two.quoted();
    let why =
        format!("{lower} is marked as luck, and it always comes after {upper}. {}", two.reason());
    two.verdict(Name::PromisedAfterAll, why, two.asyncio())
}

/// A line that the program does not print.
pub fn unknown(key: &Key, line: &Predicted) -> Verdict {
    let likeness = |known: &&Line| strsim::jaro_winkler(&known.text, &line.text);
    let near = key.lines.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let near = near.filter(|known| likeness(known) > 0.8);
    let near = near.map(|known| format!(" Is it {}?", quoted(&known.text))).unwrap_or_default();
    let why = format!("The program does not print {}.{near}", quoted(&line.text));
    Verdict::new(Name::LineUnknown, why, "").at(Some(place(line.number)))
}

/// A line that stands there twice.
pub fn twice(line: &Predicted) -> Verdict {
    let why = format!("{} is here for the second time, and is printed once.", quoted(&line.text));
    Verdict::new(Name::LineUnknown, why, "").at(Some(place(line.number)))
}

/// A line that the program prints, and that is not there.
pub fn missing(key: &Key, line: &Line, given: usize) -> Verdict {
    let all = count(key.lines.len(), "line");
    let why =
        format!("{} is missing: the program prints {all}, here are {given}.", quoted(&line.text));
    Verdict::new(Name::LineMissing, why, "")
}

/// What a right prediction says beside its order.
#[derive(Default)]
pub struct Beside<'a> {
    /// Whether a line below the first is marked.
    pub is_marked: bool,
    /// Two neighbours that no promise and no mark is about.
    pub unsaid: Option<Two<'a>>,
    /// Two neighbours that the recorded run printed the other way round.
    pub swapped: Option<Two<'a>>,
    /// Whether the first line is marked.
    pub marks_the_first: bool,
}

/// A right prediction.
pub fn right(key: &Key, beside: &Beside) -> Verdict {
    let mut why = match (beside.is_marked, &beside.unsaid) {
        (true, _) => "What is promised is in order, and what is luck is marked.".to_owned(),
        (false, Some(_)) => "What is promised is in order.".to_owned(),
        (false, None) => "Every order in it is promised: there is no luck.".to_owned(),
    };
    if let Some(two) = &beside.unsaid {
        let (upper, lower) = two.quoted();
        why += &format!(
            " Of {upper} and {lower} no promise says which is first, and none of {} that were tried \
             prints them the other way round: marked or not, it is right.",
            count(key.schedules, "schedule")
        );
    }
    if let Some(two) = &beside.swapped {
        let (upper, lower) = two.quoted();
        why += &format!(
            " The recorded run printed {lower} before {upper}; neither order is owed to you."
        );
    }
    if beside.marks_the_first {
        why += " The mark of the first line says nothing: no line stands above it.";
    }
    Verdict::new(Name::Right, why, asyncio_instead(key))
}

/// The first two neighbours of the recorded run that the twin prints the other way round.
fn asyncio_instead(key: &Key) -> String {
    let differs = |second: &usize| key.asyncio_too(second - 1, *second) == Some(false);
    let Some(second) = (1..key.lines.len()).find(differs) else { return String::new() };
    let text = |place: usize| quoted(&key.lines[place].text);
    format!("prints {} before {}.", text(second), text(second - 1))
}

/// What a path says.
fn because(hops: &[Hop]) -> String {
    const MOST: usize = 3;
    if hops.is_empty() || hops.len() > MOST {
        return "A chain of awaits leads from the one to the other.".to_owned();
    }
    hops.iter().map(hop).collect::<Vec<_>>().join(" ")
}

fn hop(hop: &Hop) -> String {
    let who = &hop.who;
    let whom = hop.whom.as_deref().unwrap_or("another");
    let place = hop.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    match hop.is {
        Is::Prints => format!("`{who}` prints both, one after the other."),
        Is::Waits => format!("`{who}` prints both, and waits between them{place}."),
        Is::Spawns => format!("After the one, `{who}` spawns `{whom}`{place}."),
        Is::Polls => format!("After the one, `{who}` begins to poll `{whom}`{place}."),
        Is::AwaitsTask => format!("`{who}` awaits the end of `{whom}`{place}."),
        Is::AwaitsCoroutine => format!("`{whom}` is awaited inside `{who}`."),
        Is::Drops => format!("`{who}` drops `{whom}` before it goes on."),
        Is::AwaitsValue => format!("`{who}` awaits what `{whom}` sends{place}."),
    }
}

fn place(number: u32) -> Place {
    Place { file: FILE.to_owned(), line: number, column: 0 }
}

/// On the real clock to the tenth of a second.
fn time(key: &Key, micros: u64) -> String {
    let step = if key.clock == Clock::Real { 100 } else { 1 };
    seconds(Duration::from_millis((micros / 1000 + step / 2) / step * step))
}

fn quoted(line: &str) -> String {
    let tamed = tame(line);
    match tamed.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &tamed[..end]),
        None => format!("`{tamed}`"),
    }
}
