//! The article's claims, with how each stands to the evidence.

use crate::{
    chart::scene::{Cell, Table},
    cli::{
        arguments::ReportFormat,
        layout::Page,
        report::{id, json},
    },
    export,
    model::{Catalogue, Claim},
    wording,
};

/// The width of a claim's id.
const ID: usize = 4;

/// All claims, or those that speak of one alternative.
pub fn claims(catalogue: &Catalogue, alternative: Option<&str>, format: ReportFormat) -> String {
    let speaks_of =
        |claim: &&Claim| alternative.is_none_or(|id| claim.alternatives.is_empty() || claim.alternatives.iter().any(|a| a == id));
    let claims: Vec<&Claim> = catalogue.claims.iter().filter(speaks_of).collect();
    match format {
        ReportFormat::Json => json(&claims),
        ReportFormat::Csv => {
            let columns = ["claim", "status", "criterion", "alternatives", "says", "correction", "evidence"].map(str::to_owned).to_vec();
            let rows = claims.iter().map(|claim| {
                let criterion = claim.criterion.clone().unwrap_or_default();
                let (alternatives, evidence) = (claim.alternatives.join(" "), claim.evidence.join(" "));
                let cells =
                    [claim.id.clone(), id(claim.status), criterion, alternatives, claim.says.clone(), claim.correction.clone(), evidence];
                cells.map(Cell::Text).to_vec()
            });
            export::csv(&Table { columns, rows: rows.collect() })
        }
        ReportFormat::Table => {
            let mut page = Page::default();
            page.paragraph(&text!("cli-claims", count = claims.len()));
            page.gap();
            claims.iter().for_each(|claim| entry(&mut page, claim));
            page.into_text()
        }
    }
}

/// One claim, its status, and what the evidence says instead.
pub fn entry(page: &mut Page, claim: &Claim) {
    let about = claim.criterion.as_ref().map(|criterion| format!(" [{criterion}]")).unwrap_or_default();
    page.entry(
        2,
        &claim.id,
        ID,
        &text!("cli-claim", status = wording::claim_status(claim.status), says = claim.says.clone(), about = about),
    );
    if !claim.correction.is_empty() {
        page.entry(2, "", ID, &text!("cli-claim-correction", correction = claim.correction.clone()));
    }
    if !claim.evidence.is_empty() {
        page.entry(2, "", ID, &text!("cli-claim-sources", sources = claim.evidence.join(", ")));
    }
}
