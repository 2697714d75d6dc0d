//! [`on_documents`]: files that the system hands to the running program, as the Finder does with a double click.
//!
//! Elsewhere they come as arguments of a start of its own. What is done with them is the window's.

use std::path::PathBuf;

/// Calls `open` on the main thread whenever the system hands over files, those of the start included. Call it on the main thread,
/// once, before the window is opened. Does nothing where files come as arguments.
pub fn on_documents(open: impl Fn(Vec<PathBuf>) + 'static) {
    #[cfg(target_os = "macos")]
    macos::on_documents(Box::new(open));
    #[cfg(not(target_os = "macos"))]
    drop(open);
}

#[cfg(target_os = "macos")]
#[allow(unsafe_code, reason = "the operating system is asked through its C interface, and this is the room for that")]
mod macos {
    use std::path::PathBuf;

    use objc2::{DefinedClass as _, MainThreadMarker, MainThreadOnly, define_class, msg_send, rc::Retained, runtime::ProtocolObject, sel};
    use objc2_app_kit::{NSApplication, NSApplicationDelegate, NSApplicationWillFinishLaunchingNotification};
    use objc2_foundation::{NSArray, NSNotification, NSNotificationCenter, NSObject, NSObjectProtocol, NSURL};

    type Open = Box<dyn Fn(Vec<PathBuf>)>;

    define_class!(
        // SAFETY: `NSObject` asks nothing of those that inherit from it, and `Documents` does not implement `Drop`.
        #[unsafe(super(NSObject))]
        #[thread_kind = MainThreadOnly]
        #[name = "TrilemmaDocuments"]
        #[ivars = Open]
        struct Documents;

        // SAFETY: the protocol asks nothing of those that follow it.
        unsafe impl NSObjectProtocol for Documents {}

        // SAFETY: the method has the types that AppKit gives.
        unsafe impl NSApplicationDelegate for Documents {
            #[unsafe(method(application:openURLs:))]
            fn open_urls(&self, _application: &NSApplication, urls: &NSArray<NSURL>) {
                let paths = urls.iter().filter(|url| url.isFileURL()).filter_map(|url| url.path());
                (self.ivars())(paths.map(|path| PathBuf::from(path.to_string())).collect());
            }
        }

        impl Documents {
            // SAFETY: notifications call what they were asked to with themselves as the one argument.
            #[unsafe(method(willFinishLaunching:))]
            fn will_finish_launching(&self, _notification: &NSNotification) {
                NSApplication::sharedApplication(self.mtm()).setDelegate(Some(ProtocolObject::from_ref(self)));
            }
        }
    );

    /// The application's delegate gets the files, but the event loop wants to make the application itself, and it hands over the
    /// files of the start before any window is there. So the delegate comes when the application says that it is being launched.
    pub fn on_documents(open: Open) {
        let Some(on_main_thread) = MainThreadMarker::new() else { return };
        let documents = Documents::alloc(on_main_thread).set_ivars(open);
        // SAFETY: it is the initialiser of `NSObject`, called once on what was just allocated.
        let documents: Retained<Documents> = unsafe { msg_send![super(documents), init] };
        // SAFETY: the observer has the method, and it is never freed, because nobody else keeps it.
        unsafe {
            NSNotificationCenter::defaultCenter().addObserver_selector_name_object(
                &documents,
                sel!(willFinishLaunching:),
                Some(NSApplicationWillFinishLaunchingNotification),
                None,
            );
        }
        std::mem::forget(documents);
    }
}
