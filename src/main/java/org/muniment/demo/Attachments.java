package org.muniment.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Real files from a name: every program opens them, and the same name gives the same bytes.
final class Attachments {
    private static final LocalDateTime STAMP = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SCHEMA = "http://schemas.openxmlformats.org/";

    private Attachments() {}

    static byte[] of(String kind, String title) {
        return switch (kind) {
            case "pdf" -> pdf(title);
            case "docx" -> docx(title);
            case "xlsx" -> xlsx(title);
            case "png" -> png(title);
            default -> throw new IllegalStateException("no such kind of file: " + kind);
        };
    }

    static String mediaType(String kind) {
        return switch (kind) {
            case "pdf" -> "application/pdf";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "image/png";
        };
    }

    private static byte[] pdf(String title) {
        String shown = title.replaceAll("[()\\\\]", "");
        String page = "BT /F 18 Tf 72 700 Td (City of Harbor Falls) Tj 0 -40 Td /F 14 Tf (%s) Tj 0 -30 Td /F 11 Tf"
                        .formatted(shown)
                + " (This paper was made for a demonstration. Nobody in it exists.) Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                "<</Length %d>>\nstream\n%s\nendstream".formatted(page.length(), page));
        var file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n");
        for (int offset : offsets) file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        file.append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] docx(String title) {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        String body = "<w:document xmlns:w=\"" + SCHEMA + "wordprocessingml/2006/main\"><w:body>"
                + paragraph("City of Harbor Falls") + paragraph(title)
                + paragraph("This paper was made for a demonstration. Nobody in it exists.")
                + "</w:body></w:document>";
        return office(Map.of("word/document.xml", body), "word/document.xml", Map.of("word/document.xml", type));
    }

    private static byte[] xlsx(String title) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String main = SCHEMA + "spreadsheetml/2006/main";
        String relations = SCHEMA + "officeDocument/2006/relationships";
        String workbook =
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/>"
                                .formatted(main, relations)
                        + "</sheets></workbook>";
        var rows = new StringBuilder(row(1, title, "Amount"));
        for (int i = 2; i < 8; i++)
            rows.append(row(i, "Line " + (i - 1), Integer.toString(1_250 * i + title.length())));
        String sheet = "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>";
        return office(
                Map.of(
                        "xl/workbook.xml",
                        workbook,
                        "xl/worksheets/sheet1.xml",
                        sheet,
                        "xl/_rels/workbook.xml.rels",
                        relation("worksheet", "worksheets/sheet1.xml")),
                "xl/workbook.xml",
                Map.of("xl/workbook.xml", type + "sheet.main+xml", "xl/worksheets/sheet1.xml", type + "worksheet+xml"));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + escaped(text) + "</w:t></w:r></w:p>";
    }

    private static String row(int number, String name, String amount) {
        return "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%2$s</t></is></c>"
                        .formatted(number, escaped(name))
                + "<c r=\"B%d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted(number, amount);
    }

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\"%1$spackage/2006/relationships\"><Relationship Id=\"r1\" Type=\"%1$sofficeDocument/2006/relationships/%2$s\" Target=\"%3$s\"/></Relationships>"
                .formatted(SCHEMA, kind, target);
    }

    private static byte[] office(Map<String, String> parts, String main, Map<String, String> types) {
        var listed = new StringBuilder(
                "<Types xmlns=\"" + SCHEMA + "package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        new TreeMap<>(types)
                .forEach((part, type) ->
                        listed.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type)));
        Map<String, String> all = new TreeMap<>(parts);
        all.put("[Content_Types].xml", listed.append("</Types>").toString());
        all.put("_rels/.rels", relation("officeDocument", main));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : all.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(STAMP);
                zip.putNextEntry(entry);
                zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// A picture as a telephone might take it: sky, a wall, water.
    private static byte[] png(String title) {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        int tone = Math.floorMod(title.hashCode(), 60);
        pen.setColor(new Color(60 + tone, 70 + tone, 90));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(new Color(120, 110, 100));
        pen.fillRect(0, 40, 90, 200);
        pen.fillRect(230, 40, 90, 200);
        pen.setColor(new Color(70, 90, 80 + tone));
        for (int y = 150; y < 240; y += 6) pen.fillRect(0, y, 320, 4);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
