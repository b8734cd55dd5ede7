//! The colours of a drawing: by state, never by lane.

/// A colour by its name: on a light page, on a dark one.
struct Colour {
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    /// The system's colour where the reader has asked for few and strong ones.
    forced: &'static str,
}

const fn colour(
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    forced: &'static str,
) -> Colour {
    Colour { name, light, dark, forced }
}

const COLOURS: [Colour; 10] = [
    colour("run", "#0b62b0", "#6cb2f5", "CanvasText"),
    colour("mark", "#ffffff", "#0b1724", "Canvas"),
    colour("queued", "#8a5200", "#e0a95c", "CanvasText"),
    colour("queued-fill", "#f8e3bf", "#4a3513", "Canvas"),
    colour("quiet", "#59616c", "#98a2ae", "CanvasText"),
    colour("spawn", "#6b3fa0", "#c3a2f2", "CanvasText"),
    colour("wake", "#8f5300", "#e9a94b", "CanvasText"),
    colour("cancelled", "#9c2140", "#ff8fa3", "CanvasText"),
    colour("panicked", "#b3261e", "#ff7b72", "CanvasText"),
    colour("tint", "6%", "6%", "0%"),
];

/// The background and the text of a drawing that stands alone: light, dark.
const PAPER: [(&str, &str); 2] = [("#ffffff", "#1f2328"), ("#0d1117", "#e6edf3")];

/// What is painted in which colour: the class, and what of it.
const RULES: [(&str, &str); 16] = [
    ("band", "fill:currentColor;fill-opacity:@tint"),
    ("tear", "stroke:@quiet"),
    ("wait", "stroke:@quiet"),
    ("dots", "stroke:@quiet"),
    ("spawn", "stroke:@spawn;fill:@spawn"),
    ("wake", "stroke:@wake;fill:@wake"),
    ("source", "stroke:@wake;fill:@mark"),
    ("queued", "stroke:@queued;fill:@queued-fill"),
    ("run", "fill:@run"),
    ("block", "stroke:@run;fill:@mark"),
    ("done", "stroke:@mark"),
    ("cancelled", "stroke:@cancelled"),
    ("panicked", "fill:@panicked;stroke:@mark"),
    ("cry", "stroke:@mark;fill:@mark"),
    ("disc", "stroke:@run;fill:@mark"),
    ("number", "fill:@run"),
];

/// The fonts of a drawing that stands alone: an image loads none from the web.
const SANS: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif";
const MONO: &str = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace";

/// The stylesheet inside a drawing for a page: the page's colours, the light ones if it has none.
pub fn for_page() -> String {
    let colours = rules(|colour| format!("var(--mw-{},{})", colour.name, colour.light));
    format!("{}{colours}", shape("inherit"))
}

/// The stylesheet inside a drawing that stands alone.
pub fn standing_alone() -> String {
    let [light, dark] = PAPER
        .map(|(paper, text)| format!(".mw-timeline{{color:{text}}}\n.mw-paper{{fill:{paper}}}\n"));
    format!(
        "{}{light}{}@media (prefers-color-scheme:dark){{\n{dark}{}}}\n",
        shape(SANS),
        rules(|colour| colour.light.to_owned()),
        rules(|colour| colour.dark.to_owned()),
    )
}

/// The book's stylesheet for drawings: the colours of its five themes, those for readers who have asked
/// for few and strong ones, and what is painted in them.
pub fn page_colours() -> String {
    let set = |of: fn(&Colour) -> &str| {
        let one = |colour: &Colour| format!("    --mw-{}: {};\n", colour.name, of(colour));
        COLOURS.iter().map(one).collect::<String>()
    };
    let indented = |text: &str| text.replace("    --", "        --");
    let (light, dark) = (set(|colour| colour.light), set(|colour| colour.dark));
    let forced = set(|colour| colour.forced);
    format!(
        "/* The colours of timelines. `cargo test -p xtask --test svg stylesheet` holds this file against the \
         drawings. */\n\
         :root, .light, .rust {{\n{light}}}\n\
         .coal, .navy, .ayu {{\n{dark}}}\n\
         @media (prefers-color-scheme: dark) {{\n    html:not(.js) {{\n{}    }}\n}}\n\
         @media (forced-colors: active) {{\n    html:root {{\n{}    }}\n}}\n{}",
        indented(&dark),
        indented(&forced),
        for_page(),
    )
}

fn shape(font: &str) -> String {
    format!(
        ".mw-timeline{{font-family:{font}}}\n\
         .mw-timeline text{{fill:currentColor;stroke:none}}\n\
         .mw-timeline .mw-awaited{{font-family:{MONO}}}\n"
    )
}

fn rules(value: impl Fn(&Colour) -> String) -> String {
    let mut rules = String::new();
    for (class, rule) in RULES {
        // A longer name may begin with a shorter one.
        let mut colours: Vec<&Colour> = COLOURS.iter().collect();
        colours.sort_by_key(|colour| std::cmp::Reverse(colour.name.len()));
        let rule = colours.iter().fold(rule.to_owned(), |rule, colour| {
            rule.replace(&format!("@{}", colour.name), &value(colour))
        });
        let element = if class == "number" { " text" } else { "" };
        rules.push_str(&format!(".mw-timeline .mw-{class}{element}{{{rule}}}\n"));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The background and the text of the book's themes, and of a drawing that stands alone.
    const PAGES: [(&str, &str, &str, bool); 7] = [
        ("light", "#ffffff", "#000000", false),
        ("rust", "#e1e1db", "#262625", false),
        ("coal", "#131516", "#98a3ad", true),
        ("navy", "#161923", "#bcbdd0", true),
        ("ayu", "#0f1419", "#c5c5c5", true),
        ("alone, light", PAPER[0].0, PAPER[0].1, false),
        ("alone, dark", PAPER[1].0, PAPER[1].1, true),
    ];

    fn parts(colour: &str) -> [f64; 3] {
        let part = |at: usize| {
            let digits = colour.get(at..at + 2).expect("a colour is #rrggbb");
            f64::from(u8::from_str_radix(digits, 16).expect("of hexadecimal digits")) / 255.0
        };
        [part(1), part(3), part(5)]
    }

    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let light = |colour: [f64; 3]| {
            let linear = |part: f64| {
                if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            let [red, green, blue] = colour.map(linear);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn of(name: &str, is_dark: bool) -> [f64; 3] {
        let colour = COLOURS.iter().find(|colour| colour.name == name).expect(name);
        parts(if is_dark { colour.dark } else { colour.light })
    }

    /// The tint of a band over the page.
    fn band(page: [f64; 3], text: [f64; 3]) -> [f64; 3] {
        std::array::from_fn(|part| page[part] * 0.94 + text[part] * 0.06)
    }

    #[test]
    fn text_and_states_stand_out_from_every_background() {
        for (name, paper, text, is_dark) in PAGES {
            let (paper, text) = (parts(paper), parts(text));
            for ground in [paper, band(paper, text)] {
                assert!(contrast(text, ground) >= 4.5, "text on {name}");
                let states = ["run", "queued", "quiet", "spawn", "wake", "cancelled", "panicked"];
                for state in states {
                    let contrast = contrast(of(state, is_dark), ground);
                    assert!(contrast >= 3.0, "{state} on {name}: {contrast:.2}");
                }
            }
            for (on, below) in [("mark", "run"), ("mark", "panicked"), ("queued", "queued-fill")] {
                let contrast = contrast(of(on, is_dark), of(below, is_dark));
                assert!(contrast >= 4.5, "{on} on {below}, {name}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn every_rule_names_a_colour_that_there_is() {
        assert!(!for_page().contains('@'));
        assert_eq!(standing_alone().matches('@').count(), 1, "the media query");
    }
}
