package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jspecify.annotations.Nullable;

/// This is the header of a message or part, and what MIME4J asks it: what to make of the body. A multipart that
/// cannot be taken apart, for want of a boundary or for its depth, answers as one plain part.
final class PartHeader implements BodyDescriptor {
    static final PartHeader NONE = new PartHeader(List.of(), "", false, "text/plain", false);

    private final List<RawHeader.RawLine> fields;
    private final String strayBody;
    private final boolean truncated;
    private final MimeValue type;
    private final MimeValue disposition;
    private final String encoding;
    private final String contentId;
    private final boolean isTooDeep;

    private PartHeader(
            List<RawHeader.RawLine> fields, String strayBody, boolean truncated, String fallback, boolean deep) {
        this.fields = fields;
        this.strayBody = strayBody;
        this.truncated = truncated;
        this.type = type(value("Content-Type"), fallback);
        String sentDisposition = value("Content-Disposition");
        this.disposition = sentDisposition.isEmpty() ? MimeValue.NONE : MimeValue.parse(sentDisposition);
        this.encoding = MimeValue.parse(value("Content-Transfer-Encoding")).value();
        this.contentId = withoutAngles(value("Content-ID"));
        this.isTooDeep = deep;
    }

    /// Lines that are no fields begin the body, if no field follows them: the empty line before it was
    /// forgotten. Else they stay what they are, with an empty name.
    static PartHeader of(List<RawHeader.RawLine> lines, boolean truncated, String fallback, boolean isTooDeep) {
        int end = lines.size();
        while (end > 0 && isStray(lines.get(end - 1))) end--;
        StringBuilder stray = new StringBuilder();
        for (RawHeader.RawLine line : lines.subList(end, lines.size()))
            stray.append(line.value()).append('\n');
        return new PartHeader(lines.subList(0, end), stray.toString(), truncated, fallback, isTooDeep);
    }

    private static boolean isStray(RawHeader.RawLine line) {
        return line.name().isEmpty()
                && !line.value().startsWith("From ")
                && !line.value().startsWith(">From ");
    }

    private static MimeValue type(String sent, String fallback) {
        if (sent.isEmpty()) return new MimeValue(fallback, java.util.Map.of());
        MimeValue parsed = MimeValue.parse(sent);
        if (parsed.value().indexOf('/') > 0) return parsed;
        String meant = parsed.value().equals("multipart") ? "multipart/mixed" : fallback;
        return new MimeValue(meant, parsed.parameters());
    }

    List<RawHeader.RawLine> fields() {
        return fields;
    }

    /// The beginning of the body that stood among the header lines.
    String strayBody() {
        return strayBody;
    }

    /// Returns the decoded body, its stray beginning included.
    InputStream body(InputStream encoded) {
        InputStream decoded = Encodings.decoded(encoded, encoding);
        if (strayBody.isEmpty()) return decoded;
        return new SequenceInputStream(new ByteArrayInputStream(strayBody.getBytes(UTF_8)), decoded);
    }

    boolean isTruncated() {
        return truncated;
    }

    boolean isTooDeep() {
        return isTooDeep;
    }

    String value(String name) {
        for (RawHeader.RawLine field : fields) if (field.isNamed(name)) return field.value();
        return "";
    }

    MimeValue type() {
        return type;
    }

    String mimeType() {
        return type.value();
    }

    String disposition() {
        return disposition.value();
    }

    String contentId() {
        return contentId;
    }

    String encoding() {
        return encoding;
    }

    String fileName() {
        String name = disposition.parameter("filename");
        return name.isEmpty() ? type.parameter("name") : name;
    }

    boolean isMultipart() {
        return mimeType().startsWith("multipart/");
    }

    boolean hasBoundary() {
        String boundary = type.parameter("boundary");
        return !boundary.isEmpty() && boundary.length() <= Limits.BOUNDARY_CHARACTERS;
    }

    /// Whether the body is a message: by type, or by the name of an attachment nobody gave a type.
    boolean isMessage() {
        return switch (mimeType()) {
            case "message/rfc822", "message/global", "message/news" -> true;
            case "application/octet-stream" ->
                fileName().toLowerCase(Locale.ROOT).endsWith(".eml");
            default -> false;
        };
    }

    @Override
    public String getMimeType() {
        return isMultipart() && (isTooDeep || !hasBoundary()) ? "text/plain" : mimeType();
    }

    @Override
    public String getBoundary() {
        return type.parameter("boundary");
    }

    @Override
    public String getMediaType() {
        return getMimeType().substring(0, getMimeType().indexOf('/'));
    }

    @Override
    public String getSubType() {
        return getMimeType().substring(getMimeType().indexOf('/') + 1);
    }

    @Override
    public @Nullable String getCharset() {
        return type.parameter("charset");
    }

    @Override
    public String getTransferEncoding() {
        return encoding;
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    static String withoutAngles(String id) {
        String stripped = id.strip();
        int from = stripped.indexOf('<');
        int to = stripped.indexOf('>', from + 1);
        return from >= 0 && to > from ? stripped.substring(from + 1, to).strip() : stripped;
    }
}
