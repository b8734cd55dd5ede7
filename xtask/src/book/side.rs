//! One run of a figure: its picture, its source, what it printed, its steps. The script of the page
//! reads the steps out of what stands here for everybody; there is no other copy.

use playback::timeline::{Form, svg};
use playback::{Order, Recording};

use super::html;
use super::run::{Line, Run, Step};

/// Of more lines not each two are compared.
const MOST_COMPARED: usize = 40;

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
    /// Whether the meaning of the shapes is drawn.
    pub legend: bool,
}

impl Side<'_> {
    /// All of it, for a player.
    pub fn with_steps(&self) -> String {
        let Side { run, program, id, .. } = self;
        let names: Vec<String> =
            run.lanes.iter().map(|lane| format!("{}={}", lane.number, lane.name)).collect();
        let instants: Vec<String> =
            run.instants.iter().map(|i| format!("{},{},{}", i.at, i.first, i.last)).collect();
        let picture = svg(self.recording, program, Form::Figure { legend: self.legend });
        let steps: String =
            run.steps.iter().enumerate().map(|(number, step)| self.step(number, step)).collect();
        let runtime = &run.runtime;
        let (clock, facts) = (run.clock.as_deref().unwrap_or_default(), run.facts());
        let count = crate::show::count(run.steps.len(), "step");
        format!(
            "<div class=\"mw-side\" data-runtime=\"{runtime}\" data-id=\"{id}\" data-clock=\"{clock}\" \
             data-lanes=\"{}\" data-instants=\"{}\">\n\
             <div class=\"mw-picture\"><p class=\"mw-facts\"><b>{runtime}</b> {facts}</p>\n\
             <div class=\"mw-scroll\" tabindex=\"0\" role=\"region\" \
             aria-label=\"Timeline of {program} on {runtime}\">\n{}</div></div>\n\
             {}{}\
             <details class=\"mw-steps\"><summary>The run on {runtime} as text: {count}</summary>\n\
             <ol>\n{steps}</ol>\n</details>\n</div>\n",
            html::text(&names.join("\n")).replace('\n', "&#10;"),
            instants.join(" "),
            picture,
            self.code(),
            self.printed(true),
        )
    }

    /// The source.
    pub fn code(&self) -> String {
        format!(
            "<div class=\"mw-code\"><p class=\"mw-head\">{}</p>\n\
             <pre tabindex=\"0\" role=\"region\" aria-label=\"{}\"><code class=\"language-{}\">{}\n</code></pre></div>\n",
            html::text(self.file),
            html::text(self.file),
            self.language,
            html::lines(&without_anchors(self.source)),
        )
    }

    /// Where a line of the source stands among those that are shown.
    fn shown_line(&self, line: u32) -> usize {
        let line = line as usize;
        line - self.source.lines().take(line).filter(|line| is_anchor(line)).count()
    }

    /// What it printed: for each line its instant, on the virtual clock, its lane, its number there, why
    /// it comes after the line before it, its text.
    pub fn printed(&self, in_a_player: bool) -> String {
        let run = self.run;
        if run.lines.is_empty() {
            return "<p class=\"mw-printed mw-silent\">It prints nothing.</p>\n".to_owned();
        }
        let row = |(place, line)| self.line(place, line, in_a_player);
        let rows: String = run.lines.iter().enumerate().map(row).collect();
        format!(
            "<div class=\"mw-printed\"><p class=\"mw-head\">What {} prints</p>\n\
             <ol class=\"mw-lines\" tabindex=\"0\">\n{rows}</ol></div>\n",
            run.runtime
        )
    }

    fn line(&self, place: usize, line: &Line, in_a_player: bool) -> String {
        let run = self.run;
        let at = match run.clock.as_deref() {
            Some("real") => String::new(),
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
        format!(
            "<li{step}>{at}<span class=\"mw-lane\">{}</span> <span class=\"mw-number\">{}</span> \
             {mark}<samp>{}</samp></li>\n",
            html::text(run.name(line.lane)),
            line.number,
            html::text(&shown(&line.text)),
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
            let on: Vec<&str> = step.waits.iter().map(|wait| wait.on.as_str()).collect();
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

fn without_anchors(source: &str) -> String {
    let shown = source.lines().filter(|line| !is_anchor(line));
    shown.map(|line| format!("{line}\n")).collect()
}

/// Control characters spelt out.
fn shown(text: &str) -> String {
    crate::show::tame(text).replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::without_anchors;

    #[test]
    fn a_source_is_shown_without_what_marks_its_parts() {
        let source = "a\n// ANCHOR: main\nb\n    // ANCHOR_END: main\n";
        assert_eq!(without_anchors(source), "a\nb\n");
    }
}
