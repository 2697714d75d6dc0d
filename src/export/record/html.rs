//! A record as one HTML page: readable on paper and on light and dark screens, without script and without anything from elsewhere.
//!
//! The pictures are the very SVGs of the exports; on a dark screen a style sheet gives every colour of the light theme its dark one.

use std::fmt::Write as _;

use super::{Block, Column, Enclosure, Line, Record, Section, Span, Table, page::THEME};
use crate::{
    chart::style::{Role, SLOTS, Theme},
    export::svg::{escaped, svg},
};

pub(super) fn html(record: &Record) -> String {
    let mut out = String::with_capacity(400_000);
    let title = escaped(&record.title);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"color-scheme\" content=\"light dark\" />\n\
         <meta name=\"generator\" content=\"Trilemma {}\" />\n<title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
        env!("CARGO_PKG_VERSION"),
        style()
    );
    let _ = writeln!(out, "<p class=\"small\">{}</p>\n<h1>{title}</h1>", escaped(&record.small_print));
    contents(&mut out, record);
    for section in &record.sections {
        write_section(&mut out, section);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn contents(out: &mut String, record: &Record) {
    let _ = writeln!(out, "<nav aria-label=\"{}\">\n<ul>", escaped(&text!("record-contents")));
    for section in record.sections.iter().filter(|section| section.level == 2) {
        let _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", section.id, escaped(&section.title));
    }
    out.push_str("</ul>\n</nav>\n");
}

fn write_section(out: &mut String, section: &Section) {
    let level = section.level;
    let _ = writeln!(out, "<h{level} id=\"{}\">{}</h{level}>", section.id, escaped(&section.title));
    for block in &section.blocks {
        match block {
            Block::Paragraph(line) => {
                let _ = writeln!(out, "<p>{}</p>", spans(line));
            }
            Block::List(lines) => {
                out.push_str("<ul>\n");
                for line in lines {
                    let _ = writeln!(out, "<li>{}</li>", spans(line));
                }
                out.push_str("</ul>\n");
            }
            Block::Table(table) => write_table(out, table),
            Block::Chart(chart) => {
                let _ = write!(out, "<figure>\n{}</figure>\n", svg(&chart.scene, THEME));
            }
            Block::Enclosure(Enclosure { id, name, text }) => {
                let (name, text) = (escaped(name), preformatted(text));
                let _ = writeln!(
                    out,
                    "<details>\n<summary>{name}</summary>\n<pre id=\"{id}\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">{text}</pre>\n</details>"
                );
            }
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let caption = escaped(&table.caption);
    // A wide table scrolls by itself, with the keyboard too.
    let _ = writeln!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>"
    );
    let class = |column: &Column| if column.is_number { " class=\"number\"" } else { "" };
    out.push_str("<thead>\n<tr>");
    for column in &table.columns {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", class(column), escaped(&column.name));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let words = spans(cell);
            let _ = if at == 0 { write!(out, "<th scope=\"row\">{words}</th>") } else { write!(out, "<td{}>{words}</td>", class(column)) };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn spans(line: &Line) -> String {
    let written = line.iter().map(|span| match span {
        Span::Text(text) => spaced(text),
        Span::Strong(text) => format!("<strong>{}</strong>", spaced(text)),
        Span::Link { text, url } => format!("<a href=\"{}\">{}</a>", escaped(url).replace(' ', "%20"), spaced(text)),
    });
    written.collect()
}

/// Escaped, with the spaces at its ends, which part it from its neighbours. A number keeps its percent sign on its line.
fn spaced(text: &str) -> String {
    let ends = |at_end: bool| if at_end { " " } else { "" };
    let words = escaped(text).replace(" %", "\u{a0}%");
    if words.is_empty() {
        return ends(!text.is_empty()).to_owned();
    }
    format!("{}{words}{}", ends(text.starts_with(' ')), ends(text.ends_with(' ')))
}

/// A text as it is, its lines kept.
fn preformatted(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn color(theme: Theme, role: Role) -> String {
    let color = theme.color(role);
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

/// The page's style: a reading width, tables with quiet rules, and the dark theme.
fn style() -> String {
    let variables = |theme| {
        let of = |role| color(theme, role);
        format!("--ground:{};--ink:{};--secondary:{};--line:{}", of(Role::Ground), of(Role::Ink), of(Role::Secondary), of(Role::Grid))
    };
    let mut css = format!(":root{{color-scheme:light dark;{}}}\n", variables(THEME));
    css.push_str(STYLE);
    let _ = writeln!(css, "@media screen and (prefers-color-scheme:dark){{\n:root{{{}}}", variables(Theme::Dark));
    let slots = (0..SLOTS).flat_map(|slot| [Role::Slot(slot), Role::SlotText(slot)]);
    let roles = [Role::Ground, Role::Ink, Role::Secondary, Role::Caption, Role::Grid, Role::Frame, Role::Neutral];
    let mut done = Vec::new();
    for role in roles.into_iter().chain(slots) {
        let (light, dark) = (color(THEME, role), color(Theme::Dark, role));
        if !done.contains(&light) {
            let _ = writeln!(css, "svg [fill=\"{light}\"]{{fill:{dark}}}svg [stroke=\"{light}\"]{{stroke:{dark}}}");
            done.push(light);
        }
    }
    css.push_str("}\n");
    css.push_str(PRINT);
    css
}

const STYLE: &str = "\
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1.2rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.6rem 0 .6rem;padding-top:1.1rem;border-top:1px solid var(--line)}
h3{font-size:1.08rem;line-height:1.35;margin:1.8rem 0 .4rem}
p,ul{margin:.5rem 0}
ul{padding-left:1.25rem}
li{margin:.25rem 0}
a{color:inherit}
.small,caption,summary,nav{color:var(--secondary)}
.small{font-size:.9rem;margin:0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
nav li{margin:0}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
caption{text-align:left;padding:.2rem 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--secondary);font-weight:400;white-space:nowrap}
tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap}
figure{margin:1.2rem 0}
figure svg{display:block;max-width:100%;height:auto}
details{margin:.6rem 0}
summary{cursor:pointer}
pre{overflow:auto;max-height:30rem;font-size:.78rem;line-height:1.45;border:1px solid var(--line);padding:.8rem;border-radius:6px}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
";

const PRINT: &str = "\
@media print{
@page{margin:18mm 16mm}
body{font-size:10.5pt}
main{max-width:none;padding:0}
nav,details{display:none}
h2,h3,caption{break-after:avoid}
figure,tr{break-inside:avoid}
.scroll{overflow:visible}
}
";
