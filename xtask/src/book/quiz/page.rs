//! A question as a part of a page. It works without a script: the reason of a choice shows as soon as
//! the choice is made, by the stylesheet alone, and in print all of them show.

use super::Question;
use super::answer::Place;
use crate::book::html;

/// The question; `right` is the place of the right choice.
pub fn html(question: &Question, right: usize, about: Option<&Place>, shown_by: &Place) -> String {
    let id = format!("quiz-{}", question.name);
    let choices: String = (0..question.choice.len())
        .map(|place| choice(question, place, place == right, &id))
        .collect();
    let about = about
        .map_or_else(String::new, |place| format!("<p class=\"mw-about\">{}</p>\n", link(place)));
    format!(
        "<fieldset class=\"mw-quiz\" id=\"{id}\">\n<legend>{}</legend>\n{about}{choices}\
         <p class=\"mw-shown\">{}</p>\n</fieldset>\n",
        words(&question.ask),
        shown(shown_by),
    )
}

fn choice(question: &Question, place: usize, is_right: bool, id: &str) -> String {
    let choice = &question.choice[place];
    let verdict = if is_right { "Right." } else { "Not so." };
    // A browser would keep what was chosen over a reload.
    format!(
        "<div class=\"mw-choice\"><label><input type=\"radio\" name=\"{id}\" autocomplete=\"off\"> \
         <span>{}</span></label>\n<p class=\"mw-quiz-why\"><b>{verdict}</b> {}</p></div>\n",
        words(&choice.says),
        words(&choice.why),
    )
}

fn shown(by: &Place) -> String {
    let link = link(by);
    match by {
        Place::Run(_) => format!("The run shows it: {link}."),
        Place::Twin(_) => format!("The run of the twin shows it: {link}."),
        Place::Explored(_) => format!("Exploring found it: {link}."),
        Place::Rejected(_) => format!("In rustc's words: {link}."),
    }
}

fn link(to: &Place) -> String {
    let (page, name) = match to {
        Place::Run(name) | Place::Twin(name) | Place::Explored(name) => ("", name),
        Place::Rejected(name) => ("refused.html", name),
    };
    format!("<a href=\"{page}#{name}\"><code>{name}</code></a>")
}

/// Words on one line: a blank one would end the block, and mdBook must find no directive in them.
fn words(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    html::words(&text).replace("{{", "&#123;&#123;")
}
