package org.muniment.message;

/// This is what a part turned out to hold.
public sealed interface PartContent {
    /// Any text but HTML: plain, calendar, CSV, delivery status. Line ends are LF.
    record Text(String text) implements PartContent {}

    /// HTML as sent (hostile: clean it before showing it) and the text a person or a search finds in it, hidden
    /// text included.
    record Html(String html, String text) implements PartContent {}

    /// Bytes that are not read here; `MailParser.part` streams them.
    record Attached() implements PartContent {}

    /// A message within the message.
    record AttachedMessage(Message message) implements PartContent {}

    /// A container; its parts follow it in the list.
    record Multipart() implements PartContent {}
}
