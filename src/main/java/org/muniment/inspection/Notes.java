package org.muniment.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;
import org.muniment.inspection.Inspection.Note;

/// What a file says beside its pages. No fault by itself; somebody should read it before it goes out.
final class Notes {
    private static final int OF_A_KIND_MAX = 50;
    private static final int TEXT_CHARACTERS_MAX = 300;
    private static final int DEPTH_MAX = 20;

    private final List<Note> notes = new ArrayList<>();

    private Notes() {}

    static List<Note> of(PDDocument pdf, Revisions revisions) {
        Notes notes = new Notes();
        notes.readMetadata(pdf);
        notes.ifReadable("bookmark", () -> notes.readBookmarks(pdf.getDocumentCatalog()));
        notes.ifReadable("attachment", () -> notes.readAttachments(pdf.getDocumentCatalog()));
        notes.ifReadable("form", () -> notes.readForm(pdf.getDocumentCatalog()));
        notes.ifReadable("annotation", () -> notes.readAnnotations(pdf));
        notes.readPageParts(pdf);
        if (pdf.isEncrypted()) notes.add("encryption", "the file is encrypted, and opens without a password");
        if (revisions.count() > 1)
            notes.add("revision", "the file was saved %d times by appending".formatted(revisions.count() - 1));
        return notes.notes;
    }

    private interface Reading {
        void read() throws IOException;
    }

    private void ifReadable(String kind, Reading reading) {
        try {
            reading.read();
        } catch (IOException | RuntimeException broken) {
            add(kind, "(could not be read)");
        }
    }

    private void add(String kind, String text) {
        if (notes.stream().filter(note -> note.kind().equals(kind)).count() >= OF_A_KIND_MAX) return;
        notes.add(new Note(
                kind, text.length() <= TEXT_CHARACTERS_MAX ? text : text.substring(0, TEXT_CHARACTERS_MAX) + "…"));
    }

    private void readMetadata(PDDocument pdf) {
        COSDictionary info = pdf.getDocumentInformation().getCOSObject();
        for (COSName key : info.keySet())
            said(info.getString(key)).ifPresent(value -> add("metadata", key.getName() + ": " + value));
        if (pdf.getDocumentCatalog().getMetadata() != null) add("metadata", "XMP metadata");
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank());
    }

    private void readBookmarks(PDDocumentCatalog catalog) {
        if (catalog.getDocumentOutline() != null) readBookmarks(catalog.getDocumentOutline(), 0);
    }

    private void readBookmarks(PDOutlineNode node, int depth) {
        int count = 0;
        for (PDOutlineItem item : node.children()) {
            if (++count > OF_A_KIND_MAX || depth > DEPTH_MAX) return;
            said(item.getTitle()).ifPresent(title -> add("bookmark", title));
            readBookmarks(item, depth + 1);
        }
    }

    private void readAttachments(PDDocumentCatalog catalog) throws IOException {
        if (catalog.getNames() == null || catalog.getNames().getEmbeddedFiles() == null) return;
        readAttachments(catalog.getNames().getEmbeddedFiles(), 0);
    }

    private void readAttachments(PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        if (depth > DEPTH_MAX) return;
        if (node.getNames() != null)
            node.getNames()
                    .forEach((name, file) ->
                            add("attachment", file == null || file.getFilename() == null ? name : file.getFilename()));
        if (node.getKids() != null) for (var kid : node.getKids()) readAttachments(kid, depth + 1);
    }

    private void readForm(PDDocumentCatalog catalog) {
        if (catalog.getAcroForm() == null) return;
        for (PDField field : catalog.getAcroForm().getFieldTree())
            if (!field.getValueAsString().isBlank())
                add("form", field.getFullyQualifiedName() + ": " + field.getValueAsString());
        if (catalog.getAcroForm().hasXFA()) add("form", "an XFA form");
    }

    private void readAnnotations(PDDocument pdf) throws IOException {
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation.isHidden() || annotation.isNoView())
                    add("annotation", "page %d: a hidden %s".formatted(number, annotation.getSubtype()));
                String place = "page %d: ".formatted(number);
                said(annotation.getContents()).ifPresent(words -> add("annotation", place + words));
                if ("FileAttachment".equals(annotation.getSubtype()))
                    add("attachment", "page %d: a file on an annotation".formatted(number));
            }
        }
    }

    private void readPageParts(PDDocument pdf) {
        boolean hasThumbnails = false;
        boolean hasPieces = pdf.getDocumentCatalog().getCOSObject().containsKey("PieceInfo");
        for (PDPage page : pdf.getPages()) {
            hasThumbnails |= page.getCOSObject().containsKey("Thumb");
            hasPieces |= page.getCOSObject().containsKey("PieceInfo");
        }
        if (hasThumbnails) add("thumbnail", "small pictures of pages");
        if (hasPieces) add("metadata", "private data of the program that made it (PieceInfo)");
        if (pdf.getDocumentCatalog().getOCProperties() != null)
            for (String layer : pdf.getDocumentCatalog().getOCProperties().getGroupNames()) add("layer", layer);
    }
}
