package org.muniment.message;

import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/// This makes a [PartHeader] for each header MIME4J reads, at its depth in the message.
final class PartHeaders implements BodyDescriptorBuilder {
    private final RawHeader raw;
    private final int depth;
    private final String fallbackType;
    private String childType = "text/plain";

    PartHeaders(RawHeader raw, int depth, String fallbackType) {
        this.raw = raw;
        this.depth = depth;
        this.fallbackType = fallbackType;
    }

    @Override
    public void reset() {
        raw.take();
    }

    @Override
    public @Nullable Field addField(RawField field) {
        return null;
    }

    @Override
    public BodyDescriptor build() {
        PartHeader header = PartHeader.of(raw.take(), raw.takeTruncated(), fallbackType, depth >= Limits.DEPTH);
        childType = header.mimeType().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        return header;
    }

    @Override
    public BodyDescriptorBuilder newChild() {
        return new PartHeaders(raw, depth + 1, childType);
    }
}
