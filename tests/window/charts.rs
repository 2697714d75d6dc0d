//! Analyse: the charts, the same as tables, and as files and images.

use egui::{Key, OutputCommand, accesskit::Role};

use trilemma::chart::{self, ChartKind, ChartOptions};

use crate::driver::{CTRL, CTRL_SHIFT, Window};

fn analysing() -> Window {
    let mut window = Window::new();
    window.keys(CTRL, Key::Num2);
    window
}

/// What the chart says of itself.
fn picture(window: &Window) -> String {
    let pictures: Vec<String> = window.seen().into_iter().filter(|seen| seen.role == Role::Image).map(|seen| seen.label).collect();
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    pictures[0].clone()
}

#[test]
fn the_radar_tells_what_it_shows() {
    let window = analysing();
    let said = picture(&window);
    assert!(said.contains("Python, Go and Rust"), "{said}");
    assert!(said.contains("Performance"), "{said}");
    assert!(window.get(Role::ListItem, "Radar").is_on);
    window.expect("This is not the verdict");
}

#[test]
fn contributions_tell_the_scores() {
    let mut window = analysing();
    window.click(Role::ListItem, "Contributions");
    let said = picture(&window);
    for alternative in &window.app().session().current().assessment().alternatives {
        assert!(said.contains(&format!("{} {:.1}", alternative.name, alternative.score)), "{said}");
    }
}

#[test]
fn the_table_holds_the_same_numbers_as_the_chart() {
    let mut window = analysing();
    let assessment = window.app().session().current().assessment().clone();
    let said = picture(&window);
    window.click(Role::RadioButton, "Show as: Table");
    assert!(!window.seen().iter().any(|seen| seen.role == Role::Image));
    for group in &assessment.groups {
        window.expect(&group.name);
    }
    // Every number that the picture speaks stands in the table.
    let values: Vec<String> = window.seen().into_iter().map(|seen| seen.label + &seen.value).collect();
    let spoken = said
        .split(['(', ')', ' ', ','])
        .map(|word| word.trim_end_matches(['.', ',', ';']))
        .filter(|word| word.contains('.') && word.parse::<f64>().is_ok());
    let mut n_numbers = 0;
    for number in spoken {
        n_numbers += 1;
        assert!(values.iter().any(|value| value.contains(number)), "{number} of “{said}” is not in the table: {values:?}");
    }
    assert!(n_numbers >= 6, "{said}");
}

#[test]
fn axes_layout_and_highlight_can_be_chosen() {
    let mut window = analysing();
    let groups = picture(&window);
    window.click(Role::RadioButton, "Axes: Criteria");
    let criteria = picture(&window);
    assert_ne!(groups, criteria);
    assert!(window.get(Role::RadioButton, "Axes: Criteria").is_on);
    window.click(Role::RadioButton, "Layout: Side by side");
    assert!(window.get(Role::RadioButton, "Layout: Side by side").is_on);
    picture(&window);
    window.click(Role::Button, "Highlight: none");
    window.click(Role::Button, "Rust");
    window.get(Role::Button, "Highlight: Rust");
}

#[test]
fn the_order_of_axes_is_kept_in_the_profile_and_can_be_undone() {
    let mut window = analysing();
    window.click(Role::Button, "Axis order");
    assert!(!window.get(Role::Button, "Move Performance up").is_enabled, "the first cannot go up");
    window.click(Role::Button, "Move Performance down");
    assert_eq!(window.app().session().current().profile().axis_order[..2], ["scale", "performance"]);
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert!(window.app().session().current().profile().axis_order.is_empty());
    window.click(Role::ListItem, "Evidence");
    assert!(window.has(Role::Button, "Row order") && !window.has(Role::Button, "Axis order"));
}

#[test]
fn the_answer_stays_in_sight_beside_the_charts() {
    let window = analysing();
    let assessment = window.app().session().current().assessment().clone();
    window.expect(&trilemma::wording::headline(&assessment).0);
    for alternative in &assessment.alternatives {
        window.expect(&format!("{:.1}", alternative.score));
    }
}

#[test]
fn a_chart_is_exported_in_every_format() {
    let mut window = analysing();
    for (format, start) in [("SVG", &b"<svg"[..]), ("PNG", b"\x89PNG\r\n\x1a\n"), ("PDF", b"%PDF-"), ("CSV", b"")] {
        window.keys(CTRL, Key::E);
        window.click(Role::RadioButton, &format!("Format: {format}"));
        let path = window.home().join(format!("chart.{}", format.to_lowercase()));
        window.fill(Role::TextInput, "Path", &path.display().to_string());
        window.click(Role::Button, "Export");
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}\n{}", path.display(), window.inventory()));
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]).into_owned();
        match format {
            "SVG" => assert!(head.contains("<svg"), "{head}"),
            "CSV" => assert!(head.starts_with("Group") && head.contains("Python"), "{head}"),
            _ => assert!(bytes.starts_with(start), "{format}: {head}"),
        }
        window.expect(&format!("Chart written to {}", path.display()));
        if format == "PNG" {
            let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!((number(16), number(20)), (1600, 1200), "800 × 600 points at two pixels a point");
        }
    }
}

#[test]
fn the_ending_of_the_path_chooses_the_format() {
    let mut window = analysing();
    window.keys(CTRL, Key::E);
    let path = window.home().join("by-name.pdf");
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    assert!(window.get(Role::RadioButton, "Format: PDF").is_on);
    window.key(Key::Enter);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_wider_picture_has_more_pixels() {
    let mut window = analysing();
    window.keys(CTRL, Key::E);
    window.click(Role::RadioButton, "Format: PNG");
    window.fill(Role::SpinButton, "Width", "1000");
    window.key(Key::Tab);
    window.click(Role::RadioButton, "Pixels a point: 3×");
    window.expect("3000 × 1800 pixels");
}

#[test]
fn a_failed_export_says_why_where_one_looks() {
    let mut window = analysing();
    window.keys(CTRL, Key::E);
    let path = window.home().join("no such folder/chart.svg");
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.click(Role::Button, "Export");
    window.expect("The folder is not there");
    assert!(window.has(Role::TextInput, "Path"), "the dialog is still there");
}

#[test]
fn what_the_export_writes_is_what_is_shown() {
    let mut window = analysing();
    window.click(Role::ListItem, "Contributions");
    window.keys(CTRL, Key::E);
    window.expect("Export: Contributions");
    let path = window.home().join("bars.svg");
    window.fill(Role::TextInput, "Path", &path.display().to_string());
    window.click(Role::Button, "Export");
    let svg = std::fs::read_to_string(&path).unwrap();
    assert!(svg.contains("what each score is made of"));
    for alternative in &window.app().session().current().assessment().alternatives {
        assert!(svg.contains(&alternative.name));
    }
}

#[test]
fn a_chart_is_copied_as_an_image() {
    let mut window = analysing();
    window.keys(CTRL_SHIFT, Key::C);
    let images: Vec<_> =
        window.copied.iter().filter_map(|command| if let OutputCommand::CopyImage(image) = command { Some(image) } else { None }).collect();
    assert_eq!(images.len(), 1);
    assert_eq!(images[0].size, [1800, 1350]);
    let first = images[0].pixels[0];
    assert!(images[0].pixels.iter().any(|pixel| *pixel != first), "the image is not blank");
    window.expect("The chart is on the clipboard.");
}

#[test]
fn the_links_under_the_answer_lead_to_the_charts() {
    let mut window = Window::new();
    window.click(Role::Link, "What it is made of ›");
    assert!(window.get(Role::ListItem, "Contributions").is_on);
    window.click(Role::RadioButton, "Mode: Decide");
    window.click(Role::Link, "Radar in full ›");
    assert!(window.get(Role::ListItem, "Radar").is_on);
    window.keys(CTRL, Key::T);
    assert!(window.get(Role::RadioButton, "Show as: Table").is_on);
}

#[test]
fn an_alternative_that_is_out_is_said_to_be_out() {
    let mut window = Window::new();
    window.click(Role::ListItem, "Firmware");
    let assessment = window.app().session().current().assessment().clone();
    let out: Vec<_> = assessment.alternatives.iter().filter(|alternative| !alternative.is_eligible()).collect();
    assert!(!out.is_empty(), "the example has somebody who is out");
    for alternative in out {
        window.expect(&format!("{} fails the requirement", alternative.name));
    }
}

#[test]
fn pointing_at_a_mark_says_its_value_and_source() {
    let mut window = analysing();
    let rect = window.seen().into_iter().find(|seen| seen.role == Role::Image).unwrap().rect;
    let document = window.app().session().current();
    let options = ChartOptions::for_window(f64::from(rect.width()), f64::from(rect.height()));
    let subject = chart::Subject::new(trilemma::store::shipped(), document.profile(), document.assessment());
    let scene = chart::draw(ChartKind::Radar, subject, &options);
    assert!(scene.spots.len() >= 18, "three languages on six axes");
    for spot in scene.spots.iter().step_by(5) {
        window.send(egui::Event::PointerMoved(rect.min + egui::vec2(spot.at.x as f32, spot.at.y as f32)));
        window.rest();
        let painted = window.painted();
        assert!(painted.contains(&spot.label), "“{}” is not said: {painted:?}", spot.label);
        window.send(egui::Event::PointerGone);
    }
}
