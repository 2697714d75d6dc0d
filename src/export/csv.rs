//! CSV (RFC 4180): the numbers of a chart for spreadsheets and scripts.
//!
//! Numbers keep four decimals with a point, shares are fractions of one; on screen the same table is rounded.

use crate::chart::{
    plain,
    scene::{Cell, Table},
};

/// The table with its header, lines ended by CR LF.
pub fn csv(table: &Table) -> String {
    csv_part(table, true)
}

/// The same for a part of a long table: only the first has the header.
pub fn csv_part(table: &Table, is_first: bool) -> String {
    let mut out = String::new();
    let header: Vec<String> = table.columns.iter().map(|column| text(column)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    for row in is_first.then_some(header).into_iter().chain(rows) {
        out.push_str(&row.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(value) => text(value),
        Cell::Number { value, .. } | Cell::Share(value) => number(*value),
        Cell::Empty => String::new(),
    }
}

fn number(value: f64) -> String {
    let fixed = format!("{value:.4}");
    let trimmed = fixed.trim_end_matches('0').trim_end_matches('.');
    if trimmed == "-0" { "0".to_owned() } else { trimmed.to_owned() }
}

/// What begins a formula in a spreadsheet; some take the wide forms of East Asian typefaces for the same.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet takes for a formula, quoted where it has to be.
fn text(text: &str) -> String {
    let mut text = plain(text);
    let is_number = text.parse::<f64>().is_ok_and(f64::is_finite);
    if text.starts_with(FORMULA) && !is_number {
        text.insert(0, '\'');
    }
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_left_alone() {
        let said: Vec<String> = ["=1+1", "-5", "+x", "@me", "a,b", "say \"hi\"", "-inf", "\t=1", "＝1"].into_iter().map(text).collect();
        assert_eq!(said, ["'=1+1", "-5", "'+x", "'@me", "\"a,b\"", "\"say \"\"hi\"\"\"", "'-inf", "'=1", "'＝1"]);
    }

    #[test]
    fn rows_end_as_the_standard_says() {
        let rows = vec![vec![Cell::Text("Scale".into()), Cell::Share(0.257), Cell::Number { value: 8.25, decimals: 1 }, Cell::Empty]];
        let table = Table { columns: ["Group", "Weight", "Go", "Rust"].map(str::to_owned).to_vec(), rows };
        assert_eq!(csv(&table), "Group,Weight,Go,Rust\r\nScale,0.257,8.25,\r\n");
    }
}
