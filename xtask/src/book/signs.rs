//! The signs of the pictures: each for itself, as the introduction has them, and as the legend of a
//! figure.

use playback::Recording;
use playback::timeline::{Sign, all_signs, signs};

use super::{MADE, Made};

/// The file of all signs, in which each has an anchor.
pub fn made() -> Made {
    let anchored = |Sign { name, svg, .. }: Sign| {
        format!("<!-- ANCHOR: {name} -->\n{svg}\n<!-- ANCHOR_END: {name} -->\n")
    };
    let all: String = all_signs().into_iter().map(anchored).collect();
    Made {
        file: "docs/signs.html".into(),
        page: "introduction.html".to_owned(),
        text: format!("{MADE} -->\n{all}"),
    }
}

/// What the signs in the pictures of these runs mean.
pub fn legend(recordings: &[&Recording]) -> String {
    let entry = |Sign { words, svg, .. }: Sign| format!("<li>{svg} {words}</li>\n");
    let entries: String = signs(recordings).into_iter().map(entry).collect();
    format!("<ul class=\"mw-legend\" aria-label=\"What the signs mean\">\n{entries}</ul>\n")
}
