//! Tables of a bench that have the same rows, as one.

use crate::bench::kept::Table;

/// The tables; one that says more of the rows of the table before it becomes columns of that.
pub fn joined(tables: &[Table]) -> Vec<Table> {
    let mut joined: Vec<Table> = Vec::new();
    for table in tables {
        match joined.last_mut() {
            Some(last) if says_more(last, table) => take(last, table),
            _ => joined.push(table.clone()),
        }
    }
    joined
}

fn says_more(last: &Table, table: &Table) -> bool {
    let names = |table: &Table| table.rows.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    table.rows.len() > 1 && last.title == table.title && names(last) == names(table)
}

/// Takes the columns. Where the tables differ in whose figures they are, the figures alone: their ratios
/// are nearly those that stand there.
fn take(last: &mut Table, table: &Table) {
    let [whose, figures @ ..] = &table.head[..] else { return };
    let is_whose = last.head[0] != *whose;
    let columns = if is_whose { 1.min(figures.len()) } else { figures.len() };
    if is_whose {
        let first = std::mem::replace(&mut last.head[0], "what".to_owned());
        last.head[1] = format!("{}, {first}", last.head[1]);
        last.head.push(format!("{}, {whose}", figures[0]));
    } else {
        last.head.extend_from_slice(figures);
    }
    for ((_, cells), (_, more)) in last.rows.iter_mut().zip(&table.rows) {
        cells.extend_from_slice(&more[..columns.min(more.len())]);
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, joined};

    fn table(title: &str, head: [&str; 3], names: &[&str]) -> Table {
        let row = |name: &&str| ((*name).to_owned(), vec![vec![0.5], vec![1.0]]);
        let rows = names.iter().map(row).collect();
        Table { title: title.to_owned(), head: head.map(str::to_owned).to_vec(), rows }
    }

    #[test]
    fn what_is_said_of_the_same_rows_stands_beside_it() {
        let names = ["ours", "theirs"];
        let wall = table("", ["what", "seconds", "× ours"], &names);
        let processor = table("", ["what", "processor time", "× ours"], &names);
        let [one] = &joined(&[wall, processor])[..] else { panic!("it is one table") };
        assert_eq!(one.head, ["what", "seconds", "× ours", "processor time", "× ours"]);
        assert!(one.rows.iter().all(|(_, cells)| cells.len() == 4));
    }

    #[test]
    fn the_ratios_of_all_threads_are_not_told_again() {
        let names = ["nobody", "recorder"];
        let one = table("100 tasks", ["polling thread", "a poll", "× nobody"], &names);
        let all = table("100 tasks", ["all threads", "a poll", "× nobody"], &names);
        let other = table("20,000 tasks", ["all threads", "a poll", "× nobody"], &names);
        let joined = joined(&[one, all, other.clone()]);
        assert_eq!(
            joined[0].head,
            ["what", "a poll, polling thread", "× nobody", "a poll, all threads"]
        );
        assert!(joined[0].rows.iter().all(|(_, cells)| cells.len() == 3));
        assert_eq!(joined[1], other);
    }
}
