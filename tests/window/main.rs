//! probe
mod driver;

#[test]
fn probe() {
    let mut window = driver::Window::new();
    println!("{:#?}", window.harness.root());
    window.click("Ratings");
    println!("{:#?}", window.harness.root());
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    window.harness.run();
    println!("{:#?}", window.harness.root());
}
