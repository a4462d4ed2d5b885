package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;

/// This knows which header fields transport and mail stores add to each copy of a message, so that two copies
/// can be seen to be one message. DKIM-Signature is not among them: a sender's server made it, over the
/// content.
final class HeaderTrace {
    private static final Set<String> NAMES = Set.of(
            "received",
            "return-path",
            "delivered-to",
            "x-original-to",
            "x-envelope-to",
            "x-envelope-from",
            "envelope-to",
            "x-gm-original-to",
            "x-forwarded-to",
            "x-forwarded-for",
            "x-forwarded-encrypted",
            "authentication-results",
            "x-received",
            "received-spf",
            "x-google-smtp-source",
            "delivery-date",
            "x-exchange-antispam-report-cfa-test",
            "x-forefront-antispam-report",
            "x-originatororg",
            // What mail stores write into the copies they keep.
            "status",
            "x-status",
            "x-keywords",
            "x-uid",
            "x-uidl",
            "x-imap",
            "x-imapbase",
            "x-mozilla-status",
            "x-mozilla-status2",
            "x-mozilla-keys",
            "content-length",
            "lines");
    private static final String[] PREFIXES = {
        "arc-",
        "x-ms-exchange-organization-",
        "x-ms-exchange-crosstenant-",
        "x-ms-exchange-transport-",
        "x-ms-exchange-antispam-",
        "x-ms-exchange-forest-",
        "x-ms-publictraffictype",
        "x-ms-traffictypediagnostic",
        "x-ms-office365-filtering-",
        "x-eop",
        "x-microsoft-antispam"
    };
    private static final int NAME_CHARACTERS = 80;

    private HeaderTrace() {}

    /// This takes the bytes that count.
    interface Sink {
        void accept(byte[] bytes, int offset, int count);
    }

    /// Returns where the empty line that ends a header begins, at or after `from`; -1 if there is none yet.
    static int end(byte[] bytes, int from, int length) {
        for (int i = next(bytes, from, length); i >= 0; i = next(bytes, i + 1, length)) {
            if (i == 0) return 0;
            if (i + 1 < length && bytes[i + 1] == '\n') return i + 1;
            if (i + 2 < length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') return i + 1;
        }
        return -1;
    }

    private static int next(byte[] bytes, int from, int length) {
        return Bytes.indexOf(bytes, (byte) '\n', from, length);
    }

    /// Gives all header lines before `end` to the sink but those of trace fields and the line `From ` of a
    /// mailbox file.
    static void withoutTrace(byte[] bytes, int end, Sink sink) {
        int start = 0;
        int keptFrom = -1;
        boolean isTrace = false;
        while (start < end) {
            int next = lineEnd(bytes, start, end);
            boolean continues = bytes[start] == ' ' || bytes[start] == '\t';
            if (!continues) isTrace = (start == 0 && isMailboxLine(bytes, end)) || isTrace(bytes, start, next);
            if (isTrace) {
                if (keptFrom >= 0) sink.accept(bytes, keptFrom, start - keptFrom);
                keptFrom = -1;
            } else if (keptFrom < 0) {
                keptFrom = start;
            }
            start = next;
        }
        if (keptFrom >= 0) sink.accept(bytes, keptFrom, end - keptFrom);
    }

    private static int lineEnd(byte[] bytes, int start, int end) {
        int lineFeed = Bytes.indexOf(bytes, (byte) '\n', start, end);
        return lineFeed < 0 ? end : lineFeed + 1;
    }

    private static boolean isMailboxLine(byte[] bytes, int end) {
        int from = bytes[0] == '>' ? 1 : 0;
        return end >= from + 5 && new String(bytes, from, 5, ISO_8859_1).equals("From ");
    }

    private static boolean isTrace(byte[] bytes, int start, int end) {
        int stop = Math.min(end, start + NAME_CHARACTERS);
        int colon = start;
        while (colon < stop && bytes[colon] != ':') colon++;
        if (colon == stop) return false;
        String name =
                new String(bytes, start, colon - start, ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) return true;
        for (String prefix : PREFIXES) if (name.startsWith(prefix)) return true;
        return false;
    }
}
