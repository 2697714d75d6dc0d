//! What a Windows program carries beside its code: icon, version and manifest. For other systems there is nothing to do.
//!
//! Needs the resource compiler of the Windows SDK, or `windres` when it is built with MinGW.

use std::{env, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=packaging/build.rs");
    println!("cargo:rerun-if-changed=packaging/windows/manifest.xml");
    println!("cargo:rerun-if-changed=assets/icon/trilemma.ico");
    // What the script is compiled on is not what it builds for.
    if env::var("CARGO_CFG_WINDOWS").is_err() {
        return Ok(());
    }
    let mut resource = winresource::WindowsResource::new();
    resource
        .set_icon("assets/icon/trilemma.ico")
        .set_manifest_file("packaging/windows/manifest.xml")
        .set("ProductName", "Trilemma")
        .set("FileDescription", "Trilemma")
        .set("InternalName", "trilemma")
        .set("OriginalFilename", "trilemma.exe")
        .set("CompanyName", "The Trilemma developers")
        .set("LegalCopyright", "MIT OR Apache-2.0");
    resource.compile()
}
