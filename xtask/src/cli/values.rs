//! The values of arguments that are more than text.

use std::time::Duration;

use crate::{explore, prove};

pub fn random_program(text: &str) -> Result<String, String> {
    match prove::is_name(text) {
        true => Ok(text.to_owned()),
        false => Err(format!("`{text}` is no random program: a seed, or 17-3-8")),
    }
}

pub fn schedule(text: &str) -> Result<String, String> {
    match explore::is_schedule(text) {
        true => Ok(text.to_owned()),
        false => Err(format!("`{text}` is no schedule's name")),
    }
}

pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(limit) if !limit.is_zero() => Ok(limit),
        _ => Err("a limit is longer than 0 seconds".to_owned()),
    }
}
