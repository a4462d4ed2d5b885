package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// This reads the body of a part that is no multipart, and notes where it hides text.
final class LeafReading {
    private final Budget budget;
    private final Defects defects;
    private final TextReading texts;
    private final List<MessageDraft> attached = new ArrayList<>(0);

    LeafReading(Budget budget, Defects defects) {
        this.budget = budget;
        this.defects = defects;
        this.texts = new TextReading(budget, defects);
    }

    List<MessageDraft> attachedMessages() {
        return attached;
    }

    String aside(InputStream body) throws IOException {
        return texts.aside(body, "");
    }

    void read(PartDraft part, InputStream body, int depth) throws IOException {
        PartHeader header = part.header;
        InputStream decoded = Encodings.decoded(body, header.encoding());
        noteHidden(part);
        if ((header.isTooDeep() && (header.isMultipart() || header.isMessage())) || depth > Limits.DEPTH) {
            defects.add(DefectKind.TOO_DEEP, part.path, "nested deeper than " + Limits.DEPTH + "; not read");
            part.sizeBytes = Encodings.drain(decoded);
        } else if (header.isMessage()) {
            readMessage(part, decoded, depth);
        } else if (isText(header)) {
            texts.read(part, decoded);
        } else {
            part.sizeBytes = Encodings.drain(decoded);
        }
        noteEncoding(part, decoded);
    }

    private void readMessage(PartDraft part, InputStream decoded, int depth) {
        MessageDraft draft = MessageReader.read(decoded, part.path + "/", depth, budget);
        attached.add(draft);
        part.content = new PartContent.AttachedMessage(draft.message());
        part.sizeBytes = draft.sizeBytes();
    }

    private static boolean isText(PartHeader header) {
        String type = header.mimeType();
        return type.startsWith("text/")
                || type.startsWith("message/")
                || header.isMultipart()
                || type.equals("application/ics");
    }

    private void noteEncoding(PartDraft part, InputStream decoded) {
        String encoding = part.header.encoding();
        if (Encodings.isBroken(decoded))
            defects.add(DefectKind.ENCODING_BROKEN, part.path, "the " + encoding + " is damaged");
        if (!Encodings.isIdentity(encoding) && !(decoded instanceof DecodingStream))
            defects.add(
                    DefectKind.ENCODING_UNKNOWN, part.path, "the transfer encoding \"" + encoding + "\" is not known");
    }

    private void noteHidden(PartDraft part) {
        PartHeader header = part.header;
        String name = header.fileName().toLowerCase(Locale.ROOT);
        switch (header.mimeType()) {
            case "application/ms-tnef", "application/vnd.ms-tnef" -> tnef(part);
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> sealed(part);
            case "application/pgp-encrypted", "application/x-microsoft-rpmsg-message" ->
                defects.add(DefectKind.ENCRYPTED, part.path, "encrypted for its recipients");
            case "message/partial", "message/external-body" ->
                defects.add(DefectKind.BODY_ELSEWHERE, part.path, "the message is not here, or not whole");
            case "application/octet-stream" -> {
                if (name.equals("winmail.dat")) tnef(part);
                if (name.endsWith(".p7m")) sealed(part);
            }
            default -> {}
        }
        boolean isMultipartWithoutBoundary = header.isMultipart() && !header.hasBoundary();
        if (isMultipartWithoutBoundary)
            defects.add(
                    DefectKind.BOUNDARY_MISSING, part.path, "a multipart that names no usable boundary; read as text");
        if (header.isTruncated())
            defects.add(DefectKind.HEADER_TRUNCATED, part.path, "the part's header is longer than what is read of one");
    }

    private void tnef(PartDraft part) {
        defects.add(DefectKind.TNEF, part.path, "Outlook's own format; what it holds is not read");
    }

    private void sealed(PartDraft part) {
        boolean isSigned = part.header.type().parameter("smime-type").equals("signed-data");
        defects.add(
                isSigned ? DefectKind.SIGNED_INSIDE : DefectKind.ENCRYPTED,
                part.path,
                isSigned ? "signed with S/MIME in a form that wraps the text" : "encrypted with S/MIME");
    }
}
