package org.muniment.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Another spelling of a bundle's file that a lenient reader would take for the same: only one of them may be believed.
record Respelling(String name, UnaryOperator<String> change) {
    private static final Pattern PADDED = Pattern.compile("[A-Za-z0-9+/]=");
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static final List<Respelling> ALL = List.of(
            new Respelling("lines end in CRLF", text -> text.replace("\n", "\r\n")),
            new Respelling("one line ends in CRLF", text -> text.replaceFirst("\n", "\r\n")),
            new Respelling("a newline more", text -> text + "\n"),
            new Respelling("the last newline left out", text -> text.replaceFirst("\n$", "")),
            new Respelling("a space at a line's end", text -> text.replaceFirst("\n", " \n")),
            new Respelling("a byte order mark", text -> "\uFEFF" + text),
            new Respelling(
                    "a leading zero",
                    text -> text.replaceFirst(
                            "(?m)^(|index |capture |size |from |to |entries |destroyed )([0-9]+)$", "$10$2")),
            new Respelling("a plus sign", text -> text.replaceFirst("(?m)^(|index |size )([0-9]+)$", "$1+$2")),
            new Respelling("other unused bits of base64", Respelling::unusedBits),
            new Respelling("base64 without padding", text -> text.replaceFirst("(?m)=+$", "")),
            new Respelling("hexadecimal in capitals", Respelling::capitals),
            new Respelling(
                    "a fraction of a second less", text -> text.replaceFirst("(T[0-9:]{8}\\.[0-9]{3})000Z", "$1Z")));

    private static final Set<String> FILES = Set.of(
            "checkpoint",
            "completeness.txt",
            "entry.txt",
            "record.tlog-proof",
            "log.vkey",
            "log.pem",
            "MANIFEST.sha256");

    /// One file in one other spelling.
    record Case(Path file, Respelling respelling, String text) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + respelling.name;
        }
    }

    static List<Case> of(Path bundle) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!FILES.contains(file.getFileName().toString())) continue;
                String before = Files.readString(file);
                for (Respelling each : ALL) {
                    String after = each.change.apply(before);
                    if (!after.equals(before)) cases.add(new Case(file, each, after));
                }
            }
        }
        return cases;
    }

    private static String unusedBits(String text) {
        Matcher padded = PADDED.matcher(text);
        if (!padded.find()) return text;
        int other = BASE64.indexOf(text.charAt(padded.start())) ^ 1;
        return text.substring(0, padded.start()) + BASE64.charAt(other) + text.substring(padded.start() + 1);
    }

    private static String capitals(String text) {
        Matcher hex = Pattern.compile("[0-9a-f]{64}").matcher(text);
        return hex.replaceFirst(found -> found.group().toUpperCase(Locale.ROOT));
    }
}
