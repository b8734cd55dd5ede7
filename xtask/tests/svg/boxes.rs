//! How much room the elements of a drawing take.

use roxmltree::{Document, Node};

/// The room of an element, and what it is.
#[derive(Clone, Debug)]
pub struct Room {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    #[expect(dead_code, reason = "a failure shows it")]
    pub what: String,
}

impl Room {
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn empty(what: String) -> Self {
        let (far, near) = (f64::INFINITY, f64::NEG_INFINITY);
        Self { left: far, top: far, right: near, bottom: near, what }
    }

    fn add(&mut self, (x, y): (f64, f64)) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }
}

/// The room of every shape and text.
pub fn all(document: &Document) -> Vec<Room> {
    of(document, &["rect", "circle", "path", "text"])
}

/// The room of the elements of these kinds.
pub fn of(document: &Document, kinds: &[&str]) -> Vec<Room> {
    let elements = document.descendants().filter(|element| {
        kinds.contains(&element.tag_name().name()) && element.attribute("class") != Some("mw-paper")
    });
    elements.map(room).collect()
}

/// The room of the elements in these layers.
pub fn of_class(document: &Document, classes: &[&str]) -> Vec<Room> {
    let layers = document.descendants().filter(|layer| {
        let class = layer.attribute("class").and_then(|class| class.strip_prefix("mw-"));
        class.is_some_and(|class| classes.contains(&class))
    });
    layers.flat_map(|layer| layer.children()).filter(Node::is_element).map(room).collect()
}

/// The upright parts of the arrows.
pub fn shafts(document: &Document) -> Vec<Room> {
    let layers = document
        .descendants()
        .filter(|layer| matches!(layer.attribute("class"), Some("mw-spawn" | "mw-wake")));
    let paths = layers.flat_map(|layer| layer.children());
    let paths = paths.filter(|path| path.attribute("fill") == Some("none"));
    paths
        .map(|path| {
            let mut room = room(path);
            room.left = room.right - 0.9;
            room.right += 0.9;
            room
        })
        .collect()
}

fn room(element: Node) -> Room {
    let number = |name| element.attribute(name).map_or(0.0, |text| text.parse().expect(name));
    let what = format!("{} {}", element.tag_name().name(), element.text().unwrap_or_default());
    let mut room = Room::empty(what);
    match element.tag_name().name() {
        "rect" => {
            room.add((number("x"), number("y")));
            room.add((number("x") + number("width"), number("y") + number("height")));
        }
        "circle" => {
            let (x, y, radius) = (number("cx"), number("cy"), number("r"));
            room.add((x - radius, y - radius));
            room.add((x + radius, y + radius));
        }
        "text" => {
            let inherited = |name| element.ancestors().find_map(|outer| outer.attribute(name));
            let size: f64 = inherited("font-size").expect("a size").parse().expect("a number");
            // What common fonts need at the most: bold names, monospace, plain words.
            let letter = match inherited("class") {
                Some("mw-names" | "mw-inner") => 0.65,
                Some("mw-awaited" | "mw-number") => 0.61,
                _ => 0.57,
            };
            let width = what_letters(&element) * size * letter;
            let x = match inherited("text-anchor") {
                Some("middle") => number("x") - width / 2.0,
                Some("end") => number("x") - width,
                _ => number("x"),
            };
            room.add((x, number("y") - 0.75 * size));
            room.add((x + width, number("y") + 0.2 * size));
        }
        _ => points(element.attribute("d").expect("a path")).for_each(|point| room.add(point)),
    }
    room
}

fn what_letters(element: &Node) -> f64 {
    element.text().unwrap_or_default().chars().count() as f64
}

/// The points of a path of straight lines.
fn points(path: &str) -> impl Iterator<Item = (f64, f64)> {
    let mut points = Vec::new();
    let (mut at, mut rest) = ((0.0, 0.0), path);
    while let Some(letter) = rest.chars().next() {
        let end = rest[1..].find(|letter: char| letter.is_ascii_alphabetic());
        let (arguments, next) = rest[1..].split_at(end.unwrap_or(rest.len() - 1));
        let numbers: Vec<f64> = arguments
            .split([' ', ','])
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().unwrap_or_else(|_| panic!("{number} in {path}")))
            .collect();
        let (x, y) = at;
        at = match (letter, numbers.as_slice()) {
            ('M' | 'L', [x, y]) => (*x, *y),
            ('m' | 'l', [dx, dy]) => (x + dx, y + dy),
            ('H', [x]) => (*x, y),
            ('h', [dx]) => (x + dx, y),
            ('V', [y]) => (x, *y),
            ('v', [dy]) => (x, y + dy),
            ('z', []) => at,
            other => panic!("{other:?} in {path}"),
        };
        points.push(at);
        rest = next;
    }
    points.into_iter()
}
