package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

/// This reads one message in one pass, and the messages attached to it each with a reader of its own.
final class MessageReader {
    private final Budget budget;
    private final Defects defects;
    private final IdentityStream identified;
    private final String prefix;
    private final int depth;
    private final PrematureEnd prematureEnd = new PrematureEnd();
    private final MimeTokenStream tokens;
    private final LeafReading leaves;
    private final PartPaths paths = new PartPaths();
    private final Deque<PartDraft> open = new ArrayDeque<>();
    private final PartDraft top = new PartDraft("", PartHeader.NONE);
    private PartHeader messageHeader = PartHeader.NONE;

    private MessageReader(InputStream raw, String prefix, int depth, Budget budget) {
        this.budget = budget;
        this.defects = new Defects(budget);
        this.identified = new IdentityStream(raw);
        this.prefix = prefix;
        this.depth = depth;
        this.tokens = MimeWalk.tokens(identified, depth, budget, prematureEnd);
        this.leaves = new LeafReading(budget, defects);
        open.push(top);
    }

    /// Reads a message whose parts' paths begin with `prefix`, at a depth counted from the capture. Throws
    /// UncheckedIOException only when the capture's own stream fails.
    static MessageDraft read(InputStream raw, String prefix, int depth, Budget budget) {
        return new MessageReader(raw, prefix, depth, budget).read();
    }

    private MessageDraft read() {
        readParts();
        if (messageHeader.isTruncated())
            defects.add(DefectKind.HEADER_TRUNCATED, "headers", "the header is longer than what is read of one");
        if (!messageHeader.strayBody().isEmpty())
            defects.add(DefectKind.HEADER_MALFORMED, "headers", "the empty line before the body is missing");
        if (prematureEnd.takeHeard())
            defects.add(DefectKind.MULTIPART_UNFINISHED, "", "a multipart ends without its closing line");
        MessageIdentity identity = finish();
        top.children.forEach(part -> Placing.place(part, Placement.BODY));
        List<Part> parts = new ArrayList<>();
        for (PartDraft part : top.children) flatten(part, parts);
        Message message = new MessageHeader(messageHeader, defects).message(List.copyOf(parts));
        String address = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        return new MessageDraft(
                message,
                address,
                messageHeader.mimeType(),
                identity,
                identified.sizeBytes(),
                leaves.attachedMessages());
    }

    private void readParts() {
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next())
                if (!accept(state)) return;
        } catch (UncheckedIOException captureFailed) {
            throw captureFailed;
        } catch (MimeException | IOException | RuntimeException unreadable) {
            // MIME4J may stumble over anything hostile. The bytes are kept; that they could not be read is the finding.
            defects.add(
                    DefectKind.UNREADABLE,
                    where(),
                    "what follows could not be taken apart: " + unreadable.getMessage());
        }
    }

    private String where() {
        return prefix + open.getFirst().path;
    }

    private MessageIdentity finish() {
        try {
            return identified.finish();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Returns whether to go on.
    private boolean accept(EntityState state) throws IOException {
        switch (state) {
            case T_START_MULTIPART -> enter((PartHeader) tokens.getBodyDescriptor());
            case T_PREAMBLE -> aside("preamble");
            case T_EPILOGUE -> aside("epilogue");
            case T_END_MULTIPART -> leave();
            case T_BODY -> {
                return leaf((PartHeader) tokens.getBodyDescriptor());
            }
            case T_START_MESSAGE, T_END_MESSAGE, T_START_HEADER, T_FIELD, T_END_HEADER -> {}
            case T_START_BODYPART, T_END_BODYPART, T_RAW_ENTITY, T_END_OF_STREAM -> {}
        }
        return true;
    }

    private void enter(PartHeader header) {
        PartDraft container = new PartDraft(prefix + paths.enter(), header);
        container.content = new PartContent.Multipart();
        add(container);
        open.push(container);
        if (header.isTruncated() && messageHeader != header)
            defects.add(
                    DefectKind.HEADER_TRUNCATED,
                    container.path,
                    "the part's header is longer than what is read of one");
        if (!header.strayBody().isEmpty()) addAside("preamble", header.strayBody());
    }

    private void leave() {
        paths.leave();
        PartDraft container = open.pop();
        boolean hasParts = container.children.stream().anyMatch(child -> child.placement != Placement.ALTERNATIVE);
        if (hasParts || container.children.isEmpty()) return;
        // Not one boundary was found: what stands there is all there is to read.
        container.children.forEach(child -> child.placement = Placement.BODY);
        defects.add(DefectKind.BOUNDARY_MISSING, container.path, "none of the multipart's parts was found");
    }

    private void aside(String name) throws IOException {
        String text = leaves.aside(tokens.getInputStream());
        boolean isBoilerplate = text.length() < 400 && text.contains("MIME");
        if (!text.isBlank() && !isBoilerplate) addAside(name, text);
    }

    /// Text around the parts, which no reader shows, is kept as another form of the body, so that search finds
    /// it.
    private void addAside(String name, String text) {
        PartDraft container = open.getFirst();
        String path = container.path.isEmpty() || container.path.endsWith("/")
                ? container.path + name
                : container.path + "." + name;
        PartDraft aside = new PartDraft(path, PartHeader.NONE);
        aside.content = new PartContent.Text(text);
        aside.placement = Placement.ALTERNATIVE;
        aside.sizeBytes = text.length();
        container.children.add(aside);
    }

    private boolean leaf(PartHeader header) throws IOException {
        if (!budget.takePart()) {
            defects.add(
                    DefectKind.TOO_MANY_PARTS, where(), "more than " + Limits.PARTS + " parts; the rest is not read");
            return false;
        }
        PartDraft part = new PartDraft(prefix + paths.next(), header);
        add(part);
        leaves.read(part, tokens.getInputStream(), depth + paths.depth() + 1);
        return true;
    }

    private void add(PartDraft part) {
        if (messageHeader == PartHeader.NONE) messageHeader = part.header;
        open.getFirst().children.add(part);
    }

    private static void flatten(PartDraft part, List<Part> parts) {
        boolean isOutermost = part.isContainer() && (part.path.isEmpty() || part.path.endsWith("/"));
        if (!isOutermost) parts.add(part.part());
        for (PartDraft child : part.children) flatten(child, parts);
    }
}
