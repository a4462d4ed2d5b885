package org.muniment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// This is mail that wants to do harm to whoever opens it: by its HTML, its size, its shape and its names. Nothing
/// in it reaches further than this machine: what it would fetch is the canary's.
public final class HostileMailbox {
    private static final Path PAGES = Path.of("src/test/resources/hostile");

    private HostileMailbox() {}

    /// Every hostile message by its name; `canary` is the address (`http://127.0.0.1:1234`) nobody must ever ask.
    public static Map<String, byte[]> letters(String canary) {
        Map<String, byte[]> letters = new LinkedHashMap<>();
        pages().forEach(page -> letters.put(nameOf(page), html(nameOf(page), read(page), canary)));
        letters.putAll(HostileBombs.letters());
        letters.putAll(HostileNames.letters());
        return letters;
    }

    static byte[] letter(String name, String fieldsAndBody) {
        return ("From: Prize Office <prizes@hostile.example>\nTo: clerk@city.example\n"
                        + "Date: Sun, 06 Sep 2026 03:33:00 -0500\nMessage-ID: <" + name + "@hostile.example>\n"
                        + fieldsAndBody)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .getBytes(UTF_8);
    }

    static byte[] htmlLetter(String name, String html) {
        return letter(
                name,
                "Subject: Hostile " + name + "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html);
    }

    private static byte[] html(String name, String page, String canary) {
        String html =
                page.replace("CANARYHOST", canary.substring("http://".length())).replace("CANARY", canary);
        return letter(name, """
                Subject: Hostile %s <script>document.title='broken'</script><img src=%s/subject>
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=together

                --together
                Content-Type: text/html; charset=utf-8

                %s
                --together
                Content-Type: image/svg+xml; name=drawing.svg
                Content-ID: <drawing@hostile.example>
                Content-Disposition: inline; filename=drawing.svg

                <svg xmlns="http://www.w3.org/2000/svg" onload="fetch('%s/part')"><image href="%s/part-image"/></svg>
                --together--
                """.formatted(name, canary, html, canary, canary));
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path page) {
        return page.getFileName().toString().replace(".html", "");
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
