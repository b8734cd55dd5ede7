//! The tables in what a bench prints.

use crate::bench::kept::Table;

/// The tables in what a bench prints: rows of a name and figures, `0.5` or `0.5 (0.4 to 0.6)`, below a line
/// that names the columns, below a title.
pub fn tables(words: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let (mut title, mut head) = (String::new(), Vec::<String>::new());
    let mut is_open = false;
    for line in words.lines() {
        if let Some((name, cells)) = row(line) {
            if !is_open {
                let from = head.len().saturating_sub(cells.len());
                let columns = match head.len() {
                    0 => vec![String::new(); cells.len()],
                    _ => head[from..].to_vec(),
                };
                let what = if from > 0 { head[..from].join(", ") } else { "what".to_owned() };
                let head = [vec![what], columns].concat();
                tables.push(Table { title: title.clone(), head, rows: Vec::new() });
                is_open = true;
            }
            if let Some(table) = tables.last_mut() {
                table.rows.push((name, cells));
            }
            continue;
        }
        is_open = false;
        let parts: Vec<&str> = line.trim().split("  ").map(str::trim).collect();
        let parts: Vec<String> =
            parts.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect();
        match parts.as_slice() {
            [] => (title, head) = (String::new(), Vec::new()),
            [only] => (title, head) = (only.clone(), Vec::new()),
            _ => head = parts,
        }
    }
    tables
}

/// A row's name and its cells.
fn row(line: &str) -> Option<(String, Vec<Vec<f64>>)> {
    let mut rest = line.trim();
    let mut cells = Vec::new();
    while let Some(before) = rest.strip_suffix(')') {
        let Some((before, spread)) = before.rsplit_once(" (") else { break };
        let Some((least, most)) = spread.split_once(" to ") else { break };
        let (before, unit) = match before.strip_suffix(" s on the wall") {
            Some(before) => (before, "on the wall, in seconds"),
            None => (before, ""),
        };
        let (name, middle) = before.rsplit_once(' ').unwrap_or(("", before));
        let figures = [middle, least, most].map(|text| text.trim().parse::<f64>());
        let [Ok(middle), Ok(least), Ok(most)] = figures else { break };
        cells.push(vec![middle, least, most]);
        rest = if unit.is_empty() { name.trim_end() } else { unit };
    }
    if cells.is_empty() {
        return None;
    }
    if let Some((name, figure)) = rest.rsplit_once(' ')
        && let Ok(figure) = figure.parse()
    {
        cells.push(vec![figure]);
        rest = name.trim_end();
    }
    cells.reverse();
    Some((rest.to_owned(), cells))
}

#[cfg(test)]
mod tests {
    use super::{row, tables};

    #[test]
    fn a_row_ends_in_figures() {
        let name = "`rustlings run`, rests add 0.18 s".to_owned();
        assert_eq!(
            row("  `rustlings run`, rests add 0.18 s 0.987 (0.9 to 1.250)   0.52 (0.40 to 0.61)"),
            Some((name, vec![vec![0.987, 0.9, 1.25], vec![0.52, 0.4, 0.61]]))
        );
        let cells = vec![vec![0.05], vec![1.0, 1.0, 1.0]];
        assert_eq!(
            row("    nobody       0.05     1.00 (1.00 to 1.00)"),
            Some(("nobody".into(), cells))
        );
        let wall = ("on the wall, in seconds".to_owned(), vec![vec![0.5, 0.4, 0.6]]);
        assert_eq!(row("  0.5 s on the wall (0.4 to 0.6)"), Some(wall));
        assert_eq!(row("Needs, and makes (if it is not there)"), None);
    }

    #[test]
    fn tables_have_a_title_and_a_head() {
        let said = "Needs, below target:\n\n\
                    100 tasks: microseconds a poll, 9 rounds\n  \
                      all threads        a poll     × nobody\n    \
                        nobody      0.05   1.00 (1.00 to 1.00)\n    \
                        recorder    0.50   9.00 (8.00 to 9.50)\n\n\
                    seconds on the wall, 15 rounds          ours is × of it\n  \
                      ours   0.1 (0.1 to 0.2)   1.00 (1.00 to 1.00)\n\n\
                    All of it again: `cargo xtask check`\n  0.5 s on the wall (0.4 to 0.6)\n";
        let tables = tables(said);
        let titles: Vec<&str> = tables.iter().map(|table| table.title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "100 tasks: microseconds a poll, 9 rounds",
                "",
                "All of it again: `cargo xtask check`"
            ]
        );
        assert_eq!(tables[0].head, ["all threads", "a poll", "× nobody"]);
        assert_eq!(tables[0].rows.len(), 2);
        assert_eq!(tables[1].head, ["what", "seconds on the wall, 15 rounds", "ours is × of it"]);
        assert_eq!(tables[2].head, ["what", ""]);
    }
}
