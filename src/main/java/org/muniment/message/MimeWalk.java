package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/// This is how MIME4J is set up here, and how a part is found again by its address.
final class MimeWalk {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(Limits.HEADER_LINE_BYTES)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private MimeWalk() {}

    /// Returns the tokens of one message; attached messages stay whole. `depth` counts from the capture.
    static MimeTokenStream tokens(InputStream message, int depth, Budget budget, DecodeMonitor monitor) {
        RawHeader header = new RawHeader(budget);
        MimeTokenStream tokens =
                new MimeTokenStream(CONFIG, monitor, header, new PartHeaders(header, depth, "text/plain"));
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(message);
        return tokens;
    }

    /// Returns the decoded bytes at an address such as `2/1.2`: part 1.2 of the message that is part 2.
    static Optional<InputStream> find(InputStream capture, String address) throws IOException {
        Budget budget = new Budget();
        InputStream stream = capture;
        for (String path : address.split("/", Limits.DEPTH)) {
            Optional<InputStream> part = findInMessage(stream, path, budget);
            if (part.isEmpty()) return part;
            stream = part.get();
        }
        return Optional.of(stream);
    }

    private static Optional<InputStream> findInMessage(InputStream message, String path, Budget budget)
            throws IOException {
        MimeTokenStream tokens = tokens(message, 0, budget, DecodeMonitor.SILENT);
        PartPaths paths = new PartPaths();
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_START_MULTIPART) paths.enter();
                if (state == EntityState.T_END_MULTIPART) paths.leave();
                if (state == EntityState.T_BODY && paths.next().equals(path)) {
                    PartHeader header = (PartHeader) tokens.getBodyDescriptor();
                    return Optional.of(header.body(tokens.getInputStream()));
                }
            }
        } catch (MimeException unreadable) {
            // What cannot be taken apart has no part of that path; reading the capture tells of the defect.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
