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

    use objc2::{DefinedClass as _, MainThreadMarker, MainThreadOnly, define_class, msg_send, rc::Retained, sel};
    use objc2_app_kit::NSApplicationWillFinishLaunchingNotification;
    use objc2_foundation::{NSAppleEventDescriptor, NSAppleEventManager, NSNotification, NSNotificationCenter, NSObject, NSObjectProtocol};

    type Open = Box<dyn Fn(Vec<PathBuf>)>;

    /// A four-letter code of the Apple events.
    const fn code(letters: &[u8; 4]) -> u32 {
        u32::from_be_bytes(*letters)
    }

    define_class!(
        // SAFETY: `NSObject` asks nothing of those that inherit from it, and `Documents` does not implement `Drop`.
        #[unsafe(super(NSObject))]
        #[thread_kind = MainThreadOnly]
        #[name = "TrilemmaDocuments"]
        #[ivars = Open]
        struct Documents;

        // SAFETY: the protocol asks nothing of those that follow it.
        unsafe impl NSObjectProtocol for Documents {}

        impl Documents {
            // SAFETY: notifications call what they were asked to with themselves as the one argument.
            #[unsafe(method(willFinishLaunching:))]
            fn will_finish_launching(&self, _notification: &NSNotification) {
                let manager = NSAppleEventManager::sharedAppleEventManager();
                // SAFETY: the handler has the method, takes what Apple events hand to it, and is never freed.
                unsafe {
                    let _: () = msg_send![
                        &*manager,
                        setEventHandler: self,
                        andSelector: sel!(openDocuments:withReply:),
                        forEventClass: code(b"aevt"),
                        andEventID: code(b"odoc"),
                    ];
                }
            }

            // SAFETY: Apple events call their handlers with the event and the reply.
            #[unsafe(method(openDocuments:withReply:))]
            fn open_documents(&self, event: &NSAppleEventDescriptor, _reply: &NSAppleEventDescriptor) {
                // SAFETY: the method takes a keyword, four bytes, and gives a descriptor or none.
                let list: Option<Retained<NSAppleEventDescriptor>> = unsafe { msg_send![event, paramDescriptorForKeyword: code(b"----")] };
                let Some(list) = list else { return };
                // Numbered from one. One file may come without a list around it.
                let items = (1..=list.numberOfItems()).filter_map(|index| list.descriptorAtIndex(index));
                let items = if list.numberOfItems() == 0 { vec![list.clone()] } else { items.collect() };
                let paths = items.iter().filter_map(|item| item.fileURLValue()).filter_map(|url| url.path());
                (self.ivars())(paths.map(|path| PathBuf::from(path.to_string())).collect());
            }
        }
    );

    /// The system tells of files by an Apple event. Usually the application's delegate is asked, but that is the event loop's own, which
    /// takes no other (winit 0.30). Handlers are put in place while the application is being launched, before the files of the start
    /// come; AppKit's own would take the place of an earlier one.
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
