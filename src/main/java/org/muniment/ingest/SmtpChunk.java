package org.muniment.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This is the argument of BDAT (RFC 3030 §2): how many bytes follow, and whether they are the last.
record SmtpChunk(long bytes, boolean isLast) {
    private static final Pattern ARGUMENT = Pattern.compile("(\\d{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);

    static SmtpChunk parse(String argument) {
        Matcher matcher = ARGUMENT.matcher(argument);
        // Without its size nobody can tell the chunk from the commands after it.
        if (!matcher.matches()) throw new CommandRefused(SmtpReply.CHUNK_WRONG);
        return new SmtpChunk(Long.parseLong(matcher.group(1)), matcher.group(2) != null);
    }
}
