package org.muniment;

import static org.muniment.HostileMailbox.htmlLetter;
import static org.muniment.HostileMailbox.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// This is mail that is small to send and large to read.
final class HostileBombs {
    private static final int MEGABYTE = 1 << 20;
    private static final String PIXEL = "iVBORw0KGgo=";

    private HostileBombs() {}

    static Map<String, byte[]> letters() {
        Map<String, byte[]> letters = new LinkedHashMap<>();
        letters.put("mime-many-parts", manyParts());
        letters.put("mime-deep", deep());
        letters.put("mime-messages-in-messages", letter("mime-messages-in-messages", attachedMail(300)));
        letters.put("mime-giant-header", letter("mime-giant-header", "X-A: " + "a".repeat(8 * MEGABYTE) + "\n\nbody"));
        letters.put("mime-many-headers", letter("mime-many-headers", "X-A: b\n".repeat(200_000) + "\nbody"));
        letters.put(
                "mime-many-addresses",
                letter("mime-many-addresses", "Cc: " + "a@b.example,".repeat(100_000) + "\n\nbody"));
        letters.put("mime-giant-base64", letter("mime-giant-base64", attachment("a.bin", new byte[16 * MEGABYTE])));
        letters.put("mime-giant-text", letter("mime-giant-text", "Subject: long\n\n" + "word ".repeat(3 * MEGABYTE)));
        letters.put("mime-attached-texts", letter("mime-attached-texts", manyAttachedTexts()));
        letters.put("zip-bomb", letter("zip-bomb", attachment("bomb.zip", zip(64, "zeros.txt"))));
        letters.put("html-deep", htmlLetter("html-deep", "<div><b><i>".repeat(100_000) + "x"));
        letters.put("html-deep-tables", htmlLetter("html-deep-tables", "<table><tr><td>".repeat(100_000) + "x"));
        letters.put("html-formatting", htmlLetter("html-formatting", "<p><font><b><i><u><a href=x>".repeat(50_000)));
        letters.put(
                "html-wide", htmlLetter("html-wide", "<table><tr>" + "<td colspan=9999 rowspan=9999>x".repeat(50_000)));
        letters.put("html-styles", htmlLetter("html-styles", "<p style='color:red;'>x".repeat(100_000)));
        letters.put(
                "html-one-style", htmlLetter("html-one-style", "<p style='" + "color:red;".repeat(300_000) + "'>x"));
        letters.put("html-entities", htmlLetter("html-entities", "&NotNestedGreaterGreater;".repeat(150_000)));
        letters.put("html-quotes", htmlLetter("html-quotes", "<a title='" + "\"".repeat(3 * MEGABYTE) + "'>x</a>"));
        letters.put("html-picture-again", letter("html-picture-again", pictureAgain()));
        letters.put("html-many-pictures", letter("html-many-pictures", manyPictures()));
        return letters;
    }

    /// One line names each part: 100,000 of them are less than a megabyte.
    private static byte[] manyParts() {
        String head = "Subject: parts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        return letter("mime-many-parts", head + "--b\n\nx\n".repeat(100_000) + "--b--\n");
    }

    private static byte[] deep() {
        StringBuilder nested = new StringBuilder("Subject: deep\n");
        for (int i = 0; i < 2_000; i++)
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        return letter("mime-deep", nested + "\nx");
    }

    private static String attachedMail(int depth) {
        return "Subject: again\nContent-Type: message/rfc822\n\n".repeat(depth) + "Subject: innermost\n\nx";
    }

    private static String manyAttachedTexts() {
        String mail = "--b\nContent-Type: message/rfc822\n\nSubject: x\n\n" + "word ".repeat(50_000) + "\n";
        return "Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n" + mail.repeat(60) + "--b--\n";
    }

    static String attachment(String name, byte[] bytes) {
        String lines = Base64.getMimeEncoder().encodeToString(bytes);
        return "Subject: attached\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee attached\n"
                + "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n" + lines + "\n--b--\n";
    }

    /// Zeros, `megabytes` of them, in each of the named files.
    static byte[] zip(int megabytes, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zeros(zip, megabytes);
                zip.closeEntry();
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] megabyte = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) out.write(megabyte);
    }

    /// A picture of 2 MB shown 100,000 times would be a page of 270 GB.
    private static String pictureAgain() {
        String picture = Base64.getMimeEncoder().encodeToString(new byte[2 * MEGABYTE]);
        return related("<img src='cid:p@hostile.example'>".repeat(100_000), png("p@hostile.example", picture));
    }

    private static String manyPictures() {
        StringBuilder html = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            html.append("<img src='cid:").append(i).append("'>");
            parts.append(png(Integer.toString(i), PIXEL));
        }
        return related(html.toString(), parts.toString());
    }

    private static String png(String contentId, String base64) {
        return "--b\nContent-Type: image/png\nContent-ID: <" + contentId + ">\nContent-Transfer-Encoding: base64\n\n"
                + base64 + "\n";
    }

    private static String related(String html, String parts) {
        return "Subject: pictures\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
                + "Content-Type: text/html\n\n" + html + "\n" + parts + "--b--\n";
    }
}
