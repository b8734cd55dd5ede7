//! Wrong: `_ =` quiets the compiler, which had asked who looks at the error.
//! Earns: lost error

use crate::save;

pub fn save_later(file: &'static str) {
    tokio::spawn(async move {
        _ = save(file).await;
    });
}
