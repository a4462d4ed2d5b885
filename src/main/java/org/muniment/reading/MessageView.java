package org.muniment.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.message.HeaderField;

/// This is one message as the screen shows it, from all captures of it.
///
/// `accession` is the capture that was asked for; headers, text and attachments are those of the bytes it holds.
/// `captures` are the first of them, `capturesLeftOut` says how many more there are.
record MessageView(
        long accession,
        String subject,
        Optional<Instant> sentAt,
        List<People.Person> people,
        List<HeaderField> headers,
        String text,
        boolean isTextCut,
        boolean hasHtml,
        List<Attachment> attachments,
        List<AttachedMail> attachedMail,
        List<String> defects,
        List<CaptureLine> captures,
        int capturesLeftOut) {

    record Attachment(String part, String fileName, String contentType, long sizeBytes) {}

    /// A message within the message, at any depth, outermost first.
    record AttachedMail(String part, String subject, String from, Optional<Instant> sentAt, String text) {}

    record CaptureLine(long accession, Instant capturedAt, String source, long sizeBytes) {}
}
