//! One run of a figure: its picture, its source, what it printed, its steps. The script of the page
//! reads the steps out of what stands here for everybody; there is no other copy.

use playback::timeline::{Form, svg};
use playback::{Order, Recording};

use super::html;
use super::run::{Line, Run, Step};

/// Of more lines not each two are compared.
const MOST_COMPARED: usize = 40;
/// What begins and ends the words at the head of a Python source.
const QUOTES: &str = "\"\"\"";

/// A run and where it comes from.
pub struct Side<'a> {
    /// What it recorded.
    pub recording: &'a Recording,
    /// What that says.
    pub run: &'a Run,
    /// `LESSON/PROGRAM`.
    pub program: &'a str,
    /// The ids of its steps begin so.
    pub id: &'a str,
    /// The source's path, from the lesson's folder.
    pub file: &'a str,
    /// The source.
    pub source: &'a str,
    /// What hljs calls its language.
    pub language: &'static str,
}

impl Side<'_> {
    /// Its picture.
    pub fn picture(&self) -> String {
        svg(self.recording, self.program, Form::Figure)
    }

    /// A picture with what it is of.
    pub fn framed(&self, picture: &str) -> String {
        let Side { run, program, .. } = self;
        let (runtime, facts) = (&run.runtime, run.facts());
        format!(
            "<div class=\"mw-picture\"><p class=\"mw-facts\"><b>{runtime}</b> {facts}</p>\n\
             <div class=\"mw-scroll\" tabindex=\"0\" role=\"region\" \
             aria-label=\"Timeline of {program} on {runtime}\">\n{picture}</div></div>\n"
        )
    }

    /// All of it, for a player, with a legend below the picture.
    pub fn with_steps(&self, picture: &str, legend: &str) -> String {
        let Side { run, id, .. } = self;
        let names: Vec<String> =
            run.lanes.iter().map(|lane| format!("{}={}", lane.number, lane.name)).collect();
        let instants: Vec<String> =
            run.instants.iter().map(|i| format!("{},{},{}", i.at, i.first, i.last)).collect();
        let steps: String =
            run.steps.iter().enumerate().map(|(number, step)| self.step(number, step)).collect();
        let runtime = &run.runtime;
        let clock = run.clock.as_deref().unwrap_or_default();
        let count = crate::show::count(run.steps.len(), "step");
        format!(
            "<div class=\"mw-side\" data-runtime=\"{runtime}\" data-id=\"{id}\" data-clock=\"{clock}\" \
             data-lanes=\"{}\" data-instants=\"{}\">\n{}{legend}{}{}\
             <details class=\"mw-steps\"><summary>The run on {runtime} as text: {count}</summary>\n\
             <ol>\n{steps}</ol>\n</details>\n</div>\n",
            html::text(&names.join("\n")).replace('\n', "&#10;"),
            instants.join(" "),
            self.framed(picture),
            self.code(true),
            self.printed(true),
        )
    }

    /// The source, with the numbers of its lines; `below` the words that it begins with.
    pub fn code(&self, below: bool) -> String {
        let begins = if below { words(self.source) } else { 0 };
        let shown: Vec<(usize, &str)> = (1..)
            .zip(self.source.lines())
            .skip(begins)
            .filter(|(_, line)| !is_anchor(line))
            .collect();
        format!(
            "<div class=\"mw-code\"><p class=\"mw-head\">{}</p>\n{}</div>\n",
            html::text(self.file),
            html::listing(self.file, self.language, &shown),
        )
    }

    /// Where a line of the source stands among those that a player shows.
    fn shown_line(&self, line: u32) -> usize {
        let lines = self.source.lines().take(line as usize).skip(words(self.source));
        lines.filter(|line| !is_anchor(line)).count()
    }

    /// What it printed: for each line its instant, on the real clock a measured one, its lane, its number
    /// there (in a player that of the picture), why it comes after the line before it, its text.
    pub fn printed(&self, in_a_player: bool) -> String {
        let run = self.run;
        if run.lines.is_empty() {
            return "<p class=\"mw-printed mw-silent\">It prints nothing.</p>\n".to_owned();
        }
        let row = |(place, line)| self.line(place, line, in_a_player);
        let rows: String = run.lines.iter().enumerate().map(row).collect();
        let is_outside = run.lines.iter().all(|line| line.lane.is_none());
        let who = match run.runtime.as_str() {
            "asyncio" if is_outside => "the twin",
            _ if is_outside => "it",
            runtime => runtime,
        };
        format!(
            "<div class=\"mw-printed\"><p class=\"mw-head\">What {who} prints</p>\n\
             <ol class=\"mw-lines\" tabindex=\"0\">\n{rows}</ol></div>\n"
        )
    }

    fn line(&self, place: usize, line: &Line, in_a_player: bool) -> String {
        let run = self.run;
        let at = match run.clock.as_deref() {
            Some("real") => {
                format!("<span class=\"mw-at\">about {:.1} s</span> ", line.at as f64 / 1e6)
            }
            _ => format!("<span class=\"mw-at\">{}</span> ", run.instant(line.at)),
        };
        // asyncio is seen from outside, and less of it: fewer reasons would look like fewer promises.
        let mark = line.mark.as_deref().filter(|_| run.runtime == "tokio").unwrap_or_default();
        let class = mark.replace(' ', "-");
        let mark = match mark {
            "" => String::new(),
            mark => format!("<span class=\"mw-mark mw-{class}\">{mark}</span> "),
        };
        let is_compared = run.runtime == "tokio" && run.lines.len() <= MOST_COMPARED;
        let step = match in_a_player {
            true if !is_compared => format!(" data-step=\"{}\"", line.step),
            true => format!(" data-step=\"{}\"{}", line.step, self.orders(place)),
            false => String::new(),
        };
        let lane = html::text(run.name(line.lane));
        let text = html::text(&shown(&line.text));
        let (disc, number) = match in_a_player {
            true => (format!("<b class=\"mw-disc\">{}</b> ", place + 1), String::new()),
            false => (String::new(), format!("<span class=\"mw-number\">{}</span> ", line.number)),
        };
        format!(
            "<li{step}>{disc}{at}<span class=\"mw-lane\">{lane}</span> {number}{mark}\
             <samp>{text}</samp></li>\n"
        )
    }

    /// Which earlier lines it cannot come before, and which only the clock keeps before it.
    fn orders(&self, place: usize) -> String {
        let of = |wanted: Order| -> String {
            let orders = self.run.orders[place].iter().enumerate();
            let places: Vec<String> =
                orders.filter(|(_, o)| **o == wanted).map(|(p, _)| p.to_string()).collect();
            places.join(" ")
        };
        format!(" data-because=\"{}\" data-clock=\"{}\"", of(Order::Because), of(Order::ByTheClock))
    }

    fn step(&self, number: usize, step: &Step) -> String {
        let mut data = String::new();
        let mut add = |name: &str, value: String| data += &format!(" data-{name}=\"{value}\"");
        if let Some(lane) = step.lane {
            add("lane", lane.to_string());
        }
        add("kind", step.kind.clone());
        if let Some(change) = &step.change {
            let state = match (self.run.runtime.as_str(), change.state.as_str()) {
                ("asyncio", "panicked") => "raised",
                (_, state) => state,
            };
            add("state", format!("{} {state}", change.lane));
        }
        if let Some(line) = step.line {
            add("line", line.to_string());
        }
        if let Some(place) = step.place.as_ref().filter(|place| place.file == self.file) {
            add("source", self.shown_line(place.line).to_string());
        }
        if !step.waits.is_empty() {
            let on: Vec<&str> =
                step.waits.iter().map(|wait| self.recording.called(wait.on)).collect();
            add("on", html::text(&on.join(", ")));
        }
        let at = self.run.instant(step.at);
        format!(
            "<li id=\"{}-{}\"{data}><span>{at}</span> {}</li>\n",
            self.id,
            number + 1,
            html::text(&shown(&step.sentence)),
        )
    }
}

/// The comments that mark what a chapter includes say nothing to its reader.
fn is_anchor(line: &str) -> bool {
    line.contains("ANCHOR: ") || line.contains("ANCHOR_END: ")
}

/// How many lines the words take with which a source begins: what it shows, and how it is started.
fn words(source: &str) -> usize {
    let said = match source.strip_prefix(QUOTES) {
        Some(text) => text.lines().take_while(|line| !line.ends_with(QUOTES)).count() + 1,
        None => source.lines().take_while(|line| line.starts_with("//!")).count(),
    };
    said + source.lines().skip(said).take_while(|line| line.is_empty()).count()
}

/// How wide a picture is.
pub fn width(picture: &str) -> f64 {
    let from = picture.split("width=\"").nth(1).unwrap_or_default();
    from.split('"').next().and_then(|width| width.parse().ok()).unwrap_or(f64::INFINITY)
}

/// Control characters spelt out.
fn shown(text: &str) -> String {
    crate::show::tame(text).replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::{is_anchor, words};

    #[test]
    fn a_source_is_shown_without_what_marks_its_parts() {
        assert!(is_anchor("// ANCHOR: main") && is_anchor("    # ANCHOR_END: main"));
        assert!(!is_anchor("// the anchor"));
    }

    #[test]
    fn a_source_is_shown_below_the_words_that_it_begins_with() {
        assert_eq!(words("//! Tea.\n//!\n//!     cargo run\n\nuse tea;\n"), 4);
        assert_eq!(words("\"\"\"Tea.\n\n    python3 tea.py\n\"\"\"\n\nimport tea\n"), 5);
        assert_eq!(words("\"\"\"Tea.\"\"\"\n\nimport tea\n"), 2);
        assert_eq!(words("use tea;\n"), 0);
    }
}
