//! The JSON of the records that are written most, without serde.

use records::{By, Event, Record};

/// Writes the words of an event that happens at each poll, as serde would; false for all others.
pub fn words(event: &Event, frame: &mut Vec<u8>) -> bool {
    match event {
        Event::Runs { lane } => push(frame, r#""is":"runs","lane":"#, *lane),
        Event::Takes { lane } => push(frame, r#""is":"takes","lane":"#, *lane),
        Event::Stops { lane, wrote } => {
            push(frame, r#""is":"stops","lane":"#, *lane);
            if let Some(wrote) = wrote {
                push(frame, r#","wrote":"#, *wrote);
            }
        }
        Event::Wakes { lane, by: By::Lane(by) } => {
            push(frame, r#""is":"wakes","lane":"#, *lane);
            push(frame, r#","by":{"lane":"#, *by);
            frame.push(b'}');
        }
        _ => return false,
    }
    frame.push(b'}');
    true
}

pub fn push(frame: &mut Vec<u8>, words: &str, number: impl itoa::Integer) {
    frame.extend_from_slice(words.as_bytes());
    frame.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// The words of an event after its lane, which must be 0.
pub fn after_lane(event: &Event) -> String {
    let record = Record { at: 0, wall: 0, thread: 0, event: event.clone() };
    let frame = record.frame("");
    let json = String::from_utf8_lossy(&frame);
    let words = json.trim_end().split_once(r#""lane":0"#).map(|(_, words)| words.to_owned());
    words.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use records::{Among, Frame, Place};

    use super::*;

    /// The JSON that a record of this event has.
    fn json(event: &Event) -> String {
        let record = Record { at: 0, wall: 0, thread: 0, event: event.clone() };
        String::from_utf8(record.frame("")).expect("JSON is text")
    }

    #[test]
    fn words_are_those_of_a_record() {
        let known = [
            Event::Runs { lane: 7 },
            Event::Takes { lane: u32::MAX },
            Event::Stops { lane: 7, wrote: None },
            Event::Stops { lane: 7, wrote: Some(12) },
            Event::Wakes { lane: 7, by: By::Lane(8) },
        ];
        for event in known {
            let mut frame = br#"{"at":0,"wall":0,"thread":0,"#.to_vec();
            assert!(words(&event, &mut frame));
            let expected = json(&event);
            assert_eq!(String::from_utf8_lossy(&frame), expected[1..].trim_end());
        }
        assert!(!words(&Event::Wakes { lane: 7, by: By::Clock }, &mut Vec::new()));
    }

    #[test]
    fn what_follows_the_lane_of_a_wait_is_the_same_for_all_lanes() {
        let place = Place { file: r#"a"b.rs"#.to_owned(), line: 1, column: 2 };
        let wait = |lane| Event::Waits {
            lane,
            on: "recv".to_owned(),
            place: Some(place.clone()),
            within: vec![Frame { name: "work".to_owned(), place: place.clone() }],
            among: Some(Among::Any),
            beside: true,
        };
        let words = after_lane(&wait(0));
        assert_eq!(json(&wait(0)).replace(r#""lane":0"#, r#""lane":12"#), json(&wait(12)));
        assert!(json(&wait(12)).ends_with(&format!("\"lane\":12{words}\n")));
    }
}
