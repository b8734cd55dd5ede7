//! A comparison that failed, for people: both runs side by side, then each difference in a sentence.

use std::time::Duration;

use playback::Order;
use records::Clock;

use crate::compare::difference::{Comparison, Difference};
use crate::compare::pairs::Pair;
use crate::compare::side::Said;
use crate::show::{self, tame};

/// How wide a report may be, its indent included.
const WIDTH: usize = 76;

/// How many differences are told, and three times as many lines are shown.
const MOST: usize = 20;

/// What the two sides are called, asyncio's first as it stands left.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The side of the twin.
    pub left: &'static str,
    /// The side of the program.
    pub right: &'static str,
}

/// A program and its twin.
pub const TWINS: Names = Names { left: "asyncio", right: "tokio" };

/// A twin, now and when it was recorded.
pub const DRIFT: Names = Names { left: "now", right: "recorded" };

/// The two runs, the lines that differ marked, and what differs.
pub fn report(comparison: &Comparison, names: Names) -> String {
    let Names { left, right } = names;
    let rows = rows(comparison);
    let width = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or(0);
    let one = width(&mut rows.iter().map(|row| row.left.len())).max(left.len());
    let other = width(&mut rows.iter().map(|row| row.right.len())).max(right.len());
    let mut text = format!("   {left:>one$}  {right:>other$}\n");
    for row in rows.iter().take(3 * MOST) {
        let Row { sign, left, right, words } = row;
        let head = format!("{sign}  {left:>one$}  {right:>other$}  ");
        text += &hanging(&head, words);
    }
    if rows.len() > 3 * MOST {
        text += &format!("   … and {} more lines\n", rows.len() - 3 * MOST);
    }
    for difference in comparison.differences.iter().take(MOST) {
        text += &hanging("- ", &sentence(comparison, difference, names));
    }
    if comparison.differences.len() > MOST {
        text += &format!("- … and {} more differences\n", comparison.differences.len() - MOST);
    }
    text
}

/// A text whose first line begins with `head`, and whose others stand under its beginning.
pub fn hanging(head: &str, text: &str) -> String {
    show::hanging(head, text, WIDTH)
}

/// A line of the table.
struct Row {
    sign: char,
    left: String,
    right: String,
    words: String,
}

/// Both runs in tokio's order, with what asyncio alone prints before what it prints next.
fn rows(comparison: &Comparison) -> Vec<Row> {
    let Comparison { tokio, asyncio, pairs, .. } = comparison;
    let time = |said: &Said| time(said.at, tokio.clock);
    let mut rows = Vec::new();
    let mut alone: Vec<usize> = pairs.only_asyncio.clone();
    alone.extend(&pairs.declared_asyncio);
    alone.sort_unstable_by(|a, b| b.cmp(a));
    let mut left_alone = |until: usize, rows: &mut Vec<Row>| {
        while let Some(line) = alone.pop_if(|line| *line < until) {
            let said = &asyncio.lines[line];
            let sign = if pairs.declared_asyncio.contains(&line) { '~' } else { '<' };
            let (left, right) = (time(said), String::new());
            rows.push(Row { sign, left, right, words: tame(&said.text) });
        }
    };
    for (line, said) in tokio.lines.iter().enumerate() {
        let Some(pair) = pairs.both.iter().find(|pair| pair.tokio == line) else {
            let sign = if pairs.declared_tokio.contains(&line) { '~' } else { '>' };
            let (left, right) = (String::new(), time(said));
            rows.push(Row { sign, left, right, words: tame(&said.text) });
            continue;
        };
        left_alone(pair.asyncio, &mut rows);
        let other = &asyncio.lines[pair.asyncio];
        let words = if other.text == said.text {
            tame(&said.text)
        } else {
            tame(&format!("{} / {}", other.text, said.text))
        };
        let (left, right) = (time(other), time(said));
        rows.push(Row { sign: sign(comparison, *pair), left, right, words });
    }
    left_alone(usize::MAX, &mut rows);
    rows
}

fn sign(comparison: &Comparison, pair: Pair) -> char {
    let is_in = |difference: &Difference| match difference {
        Difference::Instant(one) | Difference::Gap(_, one) => *one == pair,
        Difference::Order(one, other, _) => *one == pair || *other == pair,
        Difference::OnlyTokio(_) | Difference::OnlyAsyncio(_) | Difference::Stale(_) => false,
    };
    let pairs = &comparison.pairs;
    let is_swapped = |(one, other): &(Pair, Pair)| *one == pair || *other == pair;
    if comparison.differences.iter().any(is_in) {
        '!'
    } else if pairs.reworded.contains(&pair)
        || pairs.retimed.contains(&pair)
        || pairs.swapped.iter().any(is_swapped)
    {
        '~'
    } else {
        ' '
    }
}

fn sentence(
    comparison: &Comparison,
    difference: &Difference,
    Names { left, right }: Names,
) -> String {
    let Comparison { tokio, asyncio, .. } = comparison;
    let words = |pair: &Pair| format!("`{}`", tame(&tokio.lines[pair.tokio].text));
    let on_the_left = |pair: &Pair| asyncio.lines[pair.asyncio].at;
    let on_the_right = |pair: &Pair| tokio.lines[pair.tokio].at;
    let time = |at: u64| time(at, tokio.clock);
    match difference {
        Difference::OnlyTokio(line) => {
            format!("{right} alone: `{}`", tame(&tokio.lines[*line].text))
        }
        Difference::OnlyAsyncio(line) => {
            format!("{left} alone: `{}`", tame(&asyncio.lines[*line].text))
        }
        Difference::Instant(pair) => format!(
            "{}: {left} at {}, {right} at {}",
            words(pair),
            time(on_the_left(pair)),
            time(on_the_right(pair)),
        ),
        Difference::Gap(before, pair) => {
            let since = before.as_ref().map_or("the beginning".to_owned(), words);
            let gap =
                |at: &dyn Fn(&Pair) -> u64| time(at(pair).abs_diff(before.as_ref().map_or(0, at)));
            format!(
                "{} and {since} are {} apart: {left}; {}: {right}",
                words(pair),
                gap(&on_the_left),
                gap(&on_the_right),
            )
        }
        Difference::Order(one, other, why) => {
            let (one, other) = (words(one), words(other));
            match why {
                Some(why) => {
                    let why = match why {
                        Order::Because => "nothing else can be",
                        Order::ByTheClock | Order::NotPromised => "the delays say so",
                    };
                    format!("{right} prints {one} before {other}, and {why}; {left} after it")
                }
                None => format!(
                    "{left} prints {other} before {one}, and one task prints both; {right} after it"
                ),
            }
        }
        Difference::Stale(what) => format!("declared and not so: {}", tame(what)),
    }
}

fn time(at: u64, clock: Option<Clock>) -> String {
    let at = Duration::from_micros(at);
    match clock {
        Some(Clock::Real) => format!("{:.2} s", at.as_secs_f64()),
        Some(Clock::Virtual) | None => show::seconds(at),
    }
}
