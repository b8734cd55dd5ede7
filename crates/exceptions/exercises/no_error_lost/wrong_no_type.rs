//! Wrong: `?` in an async block that names no error type; and where would it hand the error to?
//! Earns: does not compile

use crate::save;

pub fn save_later(file: &'static str) {
    tokio::spawn(async move {
        save(file).await?;
        Ok(())
    });
}
