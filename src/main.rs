fn main() {
    let files = std::env::args_os().skip(1).map(Into::into).collect();
    if let Err(error) = trilemma::gui::run(files) {
        eprintln!("{error}");
    }
}
