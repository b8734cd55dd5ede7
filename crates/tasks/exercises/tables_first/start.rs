//! # The tables before the rows, whatever the scheduler does
//!
//! One task connects as `creator` and creates the tables; one connects as `inserter` and inserts the
//! rows.
//! The rows need the tables: `tables created` must come before `rows inserted`, and not in this run
//! only, but in whichever order the scheduler takes two tasks that are ready at the same moment.
//! Both connect at the same time, so that `prepare` is back after 1 s, not 2.
//! Two tasks are asked for, one for each connection. Once they are connected, the tables and the rows may
//! be the tasks' work or `prepare`'s.
//!
//! **First step:** say in one sentence what the inserter has to wait for, apart from its connection.
//!
//! **Before you go on:** spawn the two in the other order. The lines must still come in the right one.
//!
//!     cargo xtask check tables_first

use crate::{connect, create_tables, insert_rows};

pub async fn prepare() {
    let inserter = tokio::spawn(async {
        connect("inserter").await;
        insert_rows();
    });
    let creator = tokio::spawn(async {
        connect("creator").await;
        create_tables();
    });
    creator.await.expect("creating does not panic");
    inserter.await.expect("inserting does not panic");
}
