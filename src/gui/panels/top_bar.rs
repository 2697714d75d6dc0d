//! The bar at the top: menus and the profile's name at the left, the modes in the middle, the command palette at the right.

use egui::{Align, Button, Layout, RichText, Ui, WidgetInfo, accesskit::Role, containers::menu::MenuBar, vec2};

use crate::{
    chart::plain,
    gui::{
        action::Action,
        shortcuts,
        theme::{BODY, CONTROL, font, strong, strong_font},
        view::{Mode, View, ViewState},
        widgets::{segmented, show_focus},
    },
    session::{Command, CommandGroup, Source},
    wording,
};

pub fn top_bar_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let bar = ui.max_rect();
    let is_narrow = bar.width() < 820.0;
    // Three modes leave no room for the keys.
    let is_tiny = bar.width() < 700.0;
    // Nor for four menus and the name, which the window's own title shows.
    let is_smallest = bar.width() < 560.0;
    ui.horizontal_centered(|ui| {
        menus_ui(ui, view, is_smallest, actions);
        if !is_smallest {
            title_ui(ui, view, bar.center().x - 140.0, actions);
        }
        let modes =
            [(Mode::Decide, Command::Decide.name()), (Mode::Analyse, Command::Analyse.name()), (Mode::Record, Command::Record.name())];
        if !is_narrow {
            let width: f32 = modes
                .iter()
                .map(|(_, name)| ui.painter().layout_no_wrap(name.clone(), strong_font(BODY), egui::Color32::PLACEHOLDER).size().x + 28.0)
                .sum();
            let start = bar.center().x - width / 2.0;
            ui.add_space((start - ui.cursor().min.x).max(8.0));
        }
        if let Some(mode) = segmented(ui, &text!("mode"), state.mode, &modes) {
            actions.push(Action::Command(match mode {
                Mode::Decide => Command::Decide,
                Mode::Analyse => Command::Analyse,
                Mode::Record => Command::Record,
            }));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let keys = shortcuts::label(ui.ctx(), Command::Palette);
            let label = text!("palette-button");
            let text = RichText::new(&label).color(view.tokens.secondary);
            let button = Button::new(text);
            let response = ui.add(match (is_tiny, is_narrow) {
                (true, _) => button,
                (false, narrow) => button
                    .shortcut_text(RichText::new(keys).color(view.tokens.secondary))
                    .min_size(vec2(if narrow { 120.0 } else { 170.0 }, CONTROL)),
            });
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
            show_focus(ui, &response);
            if response.on_hover_text(Command::Palette.tooltip()).clicked() {
                actions.push(Action::Command(Command::Palette));
            }
        });
    });
}

/// The menus, as wide as their names; or one that holds them.
fn menus_ui(ui: &mut Ui, view: &View<'_>, are_one: bool, actions: &mut Vec<Action>) {
    const PADDING: f32 = 8.0;
    let groups: Vec<(CommandGroup, String)> = CommandGroup::ALL.into_iter().map(|group| (group, group.name())).collect();
    let names: Vec<String> = if are_one { vec![text!("menu")] } else { groups.iter().map(|(_, name)| name.clone()).collect() };
    let text_width = |name: &String| ui.painter().layout_no_wrap(name.clone(), font(BODY), egui::Color32::PLACEHOLDER).size().x;
    let width: f32 = names.iter().map(|name| text_width(name) + 2.0 * PADDING).sum();
    ui.allocate_ui(vec2(width + 8.0, CONTROL), |ui| {
        let style = |style: &mut egui::Style| {
            egui::containers::menu::menu_style(style);
            style.spacing.button_padding = vec2(PADDING, 4.0);
            style.spacing.item_spacing.x = 0.0;
        };
        MenuBar::new().style(style).ui(ui, |ui| {
            let mut menus_ui = |ui: &mut Ui| {
                for (group, name) in &groups {
                    ui.menu_button(RichText::new(name).color(view.tokens.secondary), |ui| menu_ui(ui, view, *group, actions));
                }
            };
            if are_one {
                ui.menu_button(RichText::new(&names[0]).color(view.tokens.secondary), menus_ui);
            } else {
                menus_ui(ui);
            }
        });
    });
}

/// The profile's name, and a dot while something is unsaved.
fn title_ui(ui: &mut Ui, view: &View<'_>, end: f32, actions: &mut Vec<Action>) {
    let document = view.document();
    let room = (end - ui.cursor().min.x - 30.0).max(80.0);
    let name =
        crate::chart::font::fit(&plain(&view.profile().name), f64::from(BODY), crate::chart::scene::Weight::SemiBold, f64::from(room));
    let response = ui.add(Button::new(strong(name)).frame(false));
    show_focus(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text!("title-label", name = plain(&view.profile().name))));
    if response.on_hover_text(Command::EditContext.tooltip()).clicked() {
        actions.push(Action::Command(Command::EditContext));
    }
    let (rect, dot) = ui.allocate_exact_size(vec2(12.0, 12.0), egui::Sense::hover());
    if document.is_unsaved() {
        ui.painter().circle_filled(rect.center(), 5.0, view.tokens.accent);
        dot.widget_info(|| WidgetInfo::labeled(Role::Label, true, text!("unsaved")));
        dot.on_hover_text(text!("unsaved-tip"));
    }
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, group: CommandGroup, actions: &mut Vec<Action>) {
    ui.set_min_width(240.0);
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    for command in Command::ALL.into_iter().filter(|command| command.group() == group) {
        if shortcuts::starts_section(command) {
            ui.separator();
        }
        let name = command_name(view, command);
        let keys = shortcuts::label(ui.ctx(), command);
        let button =
            Button::new(&name).shortcut_text(RichText::new(keys).color(view.tokens.caption)).frame(true).selected(is_on(view, command));
        let response = ui.add_enabled(is_enabled(view, command), button);
        if response.on_hover_text(command.tooltip()).clicked() {
            actions.push(Action::Command(command));
            ui.close();
        }
        if command == Command::Open {
            recent_ui(ui, view, actions);
            profiles_ui(ui, view, actions);
        }
    }
}

fn recent_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let recent = &view.settings.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(text!("menu-recent"), |ui| {
            ui.set_min_width(260.0);
            for path in recent {
                let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
                let text = egui::text::LayoutJob::simple_singleline(plain(&name), font(BODY), view.tokens.text);
                if ui.button(text).on_hover_text(plain(&path.display().to_string())).clicked() {
                    actions.push(Action::Open(Source::File(path.clone())));
                    ui.close();
                }
            }
        });
    });
}

/// The library as a menu, for windows too narrow to show it.
fn profiles_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    ui.menu_button(text!("menu-profiles"), |ui| {
        ui.set_min_width(220.0);
        for entry in view.library.entries() {
            let name = plain(entry.name.as_ref().unwrap_or(&entry.id));
            if ui.add_enabled(entry.name.is_ok(), Button::new(name)).clicked() {
                actions.push(Action::Open(Source::File(entry.path.clone())));
                ui.close();
            }
        }
        ui.separator();
        for example in crate::store::examples() {
            if ui.button(text!("menu-example", name = plain(&example.profile.name))).clicked() {
                actions.push(Action::Open(Source::Example(example.id.clone())));
                ui.close();
            }
        }
    });
}

/// A command's name as it stands now: undo and redo say what they would do.
pub fn command_name(view: &View<'_>, command: Command) -> String {
    let history = view.document().history();
    match command {
        Command::Undo => {
            history.next_undo().map_or_else(|| command.name(), |edit| text!("undo-step", step = wording::edit(view.assessment(), edit)))
        }
        Command::Redo => {
            history.next_redo().map_or_else(|| command.name(), |edit| text!("redo-step", step = wording::edit(view.assessment(), edit)))
        }
        _ => command.name(),
    }
}

/// Whether a command can be carried out now.
pub fn is_enabled(view: &View<'_>, command: Command) -> bool {
    let document = view.document();
    match command {
        Command::Undo => document.history().can_undo(),
        Command::Redo => document.history().can_redo(),
        Command::ResetPoints => !document.profile().points.is_empty(),
        Command::RestoreVersion => matches!(document.source, Source::File(_)) && !document.is_read_only(),
        Command::Save | Command::SaveAs | Command::Duplicate => !document.is_read_only(),
        Command::UseShippedCatalogue => view.settings.catalogue.is_some(),
        Command::LibraryFolder => !view.library.dir().as_os_str().is_empty(),
        Command::RevealVoices => document.profile().voices.iter().any(|voice| voice.sealed),
        Command::AdoptMean => !document.profile().voices.is_empty() && document.profile().voices.iter().all(|voice| !voice.sealed),
        Command::SealResult => !view.is_sealed(),
        Command::RevealResult => view.is_sealed(),
        Command::GutCheck | Command::ExportChart | Command::CopyChart => !view.is_sealed(),
        _ => true,
    }
}

/// Whether a command stands for a state that holds now.
fn is_on(view: &View<'_>, command: Command) -> bool {
    use crate::store::Theme as ThemeChoice;
    match command {
        Command::ThemeSystem => view.settings.theme == ThemeChoice::System,
        Command::ThemeLight => view.settings.theme == ThemeChoice::Light,
        Command::ThemeDark => view.settings.theme == ThemeChoice::Dark,
        _ => false,
    }
}
