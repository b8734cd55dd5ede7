//! Keeps panics that are part of what is collected off stderr.

use std::cell::Cell;
use std::panic::{PanicHookInfo, set_hook, take_hook};
use std::sync::{Once, OnceLock};

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;

static BEFORE: OnceLock<Hook> = OnceLock::new();

thread_local! {
    static IS_EXPLORING: Cell<bool> = const { Cell::new(false) };
}

/// Calls `explore`; what panics in it is not reported.
pub(crate) fn while_exploring(explore: impl FnOnce()) {
    BEFORE.get_or_init(take_hook);
    IS_EXPLORING.set(true);
    explore();
    IS_EXPLORING.set(false);
}

/// To be called inside the first schedule: shuttle sets a hook of its own when that begins.
pub(crate) fn replace_shuttles_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        set_hook(Box::new(|info| {
            if !IS_EXPLORING.get()
                && let Some(report) = BEFORE.get()
            {
                report(info);
            }
        }));
    });
}
