package org.muniment.reading;

import org.muniment.message.Defect;

/// This is what a defect means to someone who reads mail and not standards.
final class DefectSentences {
    private DefectSentences() {}

    static String sentenceFor(Defect defect) {
        String detail = defect.detail().isBlank() ? "" : " (" + defect.detail() + ")";
        return meaningOf(defect) + " " + placeOf(defect) + detail + ".";
    }

    private static String placeOf(Defect defect) {
        return switch (defect.where()) {
            case "" -> "In the message";
            case "headers" -> "In the headers";
            case "report" -> "In the journal report";
            default -> "In part " + defect.where();
        };
    }

    private static String meaningOf(Defect defect) {
        return switch (defect.kind()) {
            case CHARSET_UNKNOWN -> "The text names a character set nobody knows; some letters may be wrong.";
            case CHARSET_WRONG -> "Some letters are not valid in the character set the message names.";
            case ENCODING_BROKEN -> "The text is damaged in transfer encoding; what could be decoded is shown.";
            case ENCODING_UNKNOWN -> "The transfer encoding is unknown; the text may be unreadable.";
            case DATE_UNREADABLE -> "The date cannot be read.";
            case ADDRESS_UNREADABLE -> "An address cannot be read and is shown as it stands.";
            case HEADER_MALFORMED -> "A line among the headers is no header.";
            case HEADER_UNDECODABLE -> "A header is wrongly encoded and is shown as it was sent.";
            case HEADER_TRUNCATED -> "The headers are too long; only their beginning was read.";
            case TEXT_TRUNCATED -> "The text is very long; only its beginning was read and can be searched.";
            case BOUNDARY_MISSING -> "The message says it has parts but not where they begin; it is shown as text.";
            case MULTIPART_UNFINISHED -> "The message breaks off; its end may be missing.";
            case TOO_MANY_PARTS -> "The message has too many parts; the last ones were not read.";
            case TOO_DEEP -> "Messages are nested too deep; the innermost were not read.";
            case ENCRYPTED -> "It is encrypted; its text cannot be read or searched without the recipient's key.";
            case SIGNED_INSIDE -> "It is signed in a form that wraps the text, which is not unwrapped here.";
            case TNEF -> "It holds Outlook's own container (winmail.dat), whose content is not read here.";
            case BODY_ELSEWHERE -> "The text is kept elsewhere, or in other messages; it is not in this one.";
            case UNREADABLE -> "It could not be read past a certain place.";
            case REPORT_WITHOUT_RECIPIENTS -> "The journal report names no recipients.";
            case REPORT_WITHOUT_MESSAGE -> "The journal report came without the message it reports.";
            case REPORT_LINE_UNKNOWN -> "The journal report has a line that is not understood.";
            case REPORT_OF_OTHER_MESSAGE -> "The journal report names another message than the one inside it.";
        };
    }
}
