package org.muniment.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// These are the header fields that machines write for machines. They are not searched: a person who looks for
/// `outlook` does not mean every message that passed through it. Fields with a search field of their own are here
/// too.
final class MachineHeaders {
    private static final Set<String> NAMES = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "sender",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "received",
            "return-path",
            "mime-version",
            "delivered-to",
            "envelope-to",
            "x-original-to",
            "errors-to",
            "lines",
            "x-mailer",
            "user-agent",
            "precedence",
            "importance",
            "priority",
            "x-priority",
            "x-msmail-priority",
            "x-mimeole",
            "thread-index",
            "authentication-results",
            "domainkey-signature",
            "feedback-id",
            "auto-submitted",
            "x-received",
            "x-beenthere",
            "x-loop",
            "status",
            "x-status",
            "x-uid",
            "received-spf",
            "dkim-filter",
            "path",
            "xref");

    private static final List<String> BEGINNINGS = List.of(
            "content-",
            "dkim-",
            "arc-",
            "list-",
            "x-ms-",
            "x-microsoft-",
            "x-forefront-",
            "x-exchange-",
            "x-eop",
            "x-spam",
            "x-virus",
            "x-antivirus",
            "x-google-",
            "x-gm-",
            "x-mailman-",
            "x-originating-",
            "x-proofpoint-",
            "x-mimecast-",
            "x-barracuda-",
            "x-ironport-",
            "x-sonic-",
            "x-yahoo-",
            "x-authentication-",
            "x-scanned",
            "x-auto-response-");

    private MachineHeaders() {}

    static boolean include(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.equals("list-id")
                && (NAMES.contains(lower) || BEGINNINGS.stream().anyMatch(lower::startsWith));
    }
}
