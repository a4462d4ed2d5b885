package org.muniment.production;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.muniment.rendition.FontFace;

/// This is how a released document becomes a PDF: PDF/A-2u and PDF/UA-1, always the same bytes for the same document.
///
/// It is given pages of what may be shown and nothing else; what is withheld cannot get past a type it never sees.
class PdfWriter {
    static final String COLOURS = "sRGB IEC61966-2.1";

    private final FontPrograms programs;
    private final Instant releasedAt;

    PdfWriter(FontPrograms programs, Instant releasedAt) {
        this.programs = programs;
        this.releasedAt = releasedAt;
    }

    /// Writes a new file; an existing one is refused.
    void write(ReleasedDocument released, Path file) throws IOException {
        try (var document = new PDDocument();
                var out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            document.getDocument().setVersion(1.7f);
            var metadata = new DocumentMetadata(released.title(), releasedAt);
            var structure = new StructureTree();
            var contents = drawPages(document, released, structure);
            describe(document, metadata, structure);
            document.getDocument().getTrailer().setItem(COSName.ID, identifier(metadata, contents));
            save(document, out);
        }
    }

    /// Every object in the open, one after the other: the verifier reads them all. A test may spoil the document first.
    void save(PDDocument document, OutputStream out) throws IOException {
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    private List<byte[]> drawPages(PDDocument document, ReleasedDocument released, StructureTree structure)
            throws IOException {
        Map<FontFace, EmbeddedFont> fonts = new LinkedHashMap<>();
        for (var face : released.fonts())
            fonts.put(face, new EmbeddedFont(face, programs.program(face), "F" + (fonts.size() + 1)));
        var size = new PDRectangle(
                (float) released.format().width(), (float) released.format().height());
        var resources = new COSDictionary();
        var contents = new ArrayList<byte[]>();
        for (var sheet : released.sheets()) {
            var page = new PDPage(size);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            var ofPage = structure.page(page.getCOSObject());
            byte[] content = new PageContent(fonts, ofPage).of(sheet);
            ofPage.end();
            page.getCOSObject().setItem(COSName.CONTENTS, PdfObjects.stream(content));
            document.addPage(page);
            contents.add(content);
        }
        var fontResources = new COSDictionary();
        for (var font : fonts.values())
            fontResources.setItem(COSName.getPDFName(font.resourceName()), font.toDictionary());
        resources.setItem(COSName.FONT, fontResources);
        return contents;
    }

    private static void describe(PDDocument document, DocumentMetadata metadata, StructureTree structure)
            throws IOException {
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.removeItem(COSName.VERSION);
        catalog.setItem(COSName.LANG, new COSString(DocumentMetadata.LANGUAGE));
        catalog.setItem(COSName.STRUCT_TREE_ROOT, structure.toDictionary());
        var marks = new COSDictionary();
        marks.setItem(COSName.getPDFName("Marked"), COSBoolean.TRUE);
        catalog.setItem(COSName.MARK_INFO, marks);
        var preferences = new COSDictionary();
        preferences.setItem(COSName.getPDFName("DisplayDocTitle"), COSBoolean.TRUE);
        catalog.setItem(COSName.VIEWER_PREFERENCES, preferences);
        catalog.setItem(COSName.OUTPUT_INTENTS, PdfObjects.array(outputIntent()));
        var xmp = new COSStream();
        xmp.setItem(COSName.TYPE, COSName.METADATA);
        xmp.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        try (var out = xmp.createOutputStream()) {
            out.write(metadata.xmp());
        }
        catalog.setItem(COSName.METADATA, xmp);

        var info = document.getDocumentInformation().getCOSObject();
        info.setItem(COSName.TITLE, PdfObjects.text(metadata.title()));
        info.setItem(COSName.CREATOR, new COSString(DocumentMetadata.PROGRAM));
        info.setItem(COSName.PRODUCER, new COSString(DocumentMetadata.PROGRAM));
        info.setItem(COSName.CREATION_DATE, new COSString(metadata.pdfDate()));
        info.setItem(COSName.MOD_DATE, new COSString(metadata.pdfDate()));
    }

    static byte[] colourProfile() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static COSDictionary outputIntent() throws IOException {
        var profile =
                PdfObjects.stream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setItem(COSName.N, COSInteger.THREE);
        var intent = PdfObjects.dictionary("OutputIntent");
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setItem(COSName.OUTPUT_CONDITION_IDENTIFIER, new COSString(COLOURS));
        intent.setItem(COSName.INFO, new COSString(COLOURS));
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        return intent;
    }

    /// Follows from what is shown, so that the same release is the same file.
    private static COSArray identifier(DocumentMetadata metadata, List<byte[]> contents) {
        var digest = Digests.sha256();
        digest.update(metadata.xmp());
        contents.forEach(digest::update);
        var id = new COSString(Arrays.copyOf(digest.digest(), 16));
        return PdfObjects.array(id, id);
    }
}
