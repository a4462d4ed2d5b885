package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muniment.MailPacks;

class HostileMailTest {
    private static final long SEED = 42;
    private static final int MEGABYTE = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Test
    void noMutationOfMailBreaksOrSlowsTheReader() throws IOException {
        Random random = new Random(SEED);
        MailGenerator generator = MailGenerator.seeded(SEED);
        for (int i = 0; i < 4_000; i++) {
            byte[] mutated = mutated(generator.next().raw(), random);
            readInTime("seed " + SEED + ", mutation " + i, new ByteArrayInputStream(mutated));
        }
    }

    @Test
    void noFileOfTheParserSuitesBreaksOrSlowsTheReader() throws IOException {
        int files = 0;
        for (Path file : MailPacks.files(MailPacks.unpacked("dev-1-mime"))) {
            byte[] raw = Files.readAllBytes(file);
            ParsedCapture capture = readInTime(file.toString(), new ByteArrayInputStream(raw));
            for (Message message : capture.messages())
                for (Part part : message.parts()) sizeIsThatOfItsBytes(file, raw, message, part);
            files++;
        }
        System.out.println("Read " + files + " files of the parser suites");
    }

    @Test
    void noMutationOfTheParserSuitesBreaksOrSlowsTheReader() throws IOException {
        Random random = new Random(SEED);
        for (Path file : MailPacks.files(MailPacks.unpacked("dev-1-mime"))) {
            byte[] raw = Files.readAllBytes(file);
            if (raw.length == 0 || raw.length > MEGABYTE) continue;
            for (int i = 0; i < 3; i++)
                readInTime("seed " + SEED + ", " + file, new ByteArrayInputStream(mutated(raw, random)));
        }
    }

    private static void sizeIsThatOfItsBytes(Path file, byte[] raw, Message message, Part part) throws IOException {
        boolean isLeaf = part.placement() != Placement.CONTAINER
                && Character.isDigit(part.path().charAt(part.path().length() - 1));
        if (!isLeaf) return;
        InputStream bytes = MailParser.part(new ByteArrayInputStream(raw), message, part.path())
                .orElseThrow();
        assertThat(Encodings.drain(bytes))
                .as("%s, part %s", file, part.path())
                .isGreaterThanOrEqualTo(part.sizeBytes());
    }

    @Test
    void whatWouldMakeANaiveReaderQuadraticStaysQuick() throws IOException {
        Map<String, String> evil = new TreeMap<>();
        evil.put("open comments", "To: " + "(".repeat(MEGABYTE / 2));
        evil.put("open angles", "To: " + "<a ".repeat(MEGABYTE / 6) + ">");
        evil.put("lone angles", "To: " + "<".repeat(MEGABYTE / 2));
        evil.put("angles and commas", "To: " + "<a,".repeat(MEGABYTE / 6));
        evil.put("quotes", "To: " + "\"\\\"".repeat(MEGABYTE / 6));
        evil.put("colons", "To: " + "a:".repeat(MEGABYTE / 4));
        evil.put("encoded words", "Subject: " + "=?utf-8?Q?".repeat(MEGABYTE / 20));
        evil.put("glued encoded words", "Subject: " + "x=?utf-8?B?YQ?=".repeat(MEGABYTE / 30));
        evil.put("half encoded words", "Subject: " + "=?".repeat(MEGABYTE / 4));
        evil.put("parameters", "Content-Type: text/plain" + ";a=b".repeat(MEGABYTE / 8));
        evil.put("semicolons", "Content-Type: text/plain" + ";".repeat(MEGABYTE / 2) + "=");
        evil.put("pieces", "Content-Disposition: attachment" + "; filename*1*=a".repeat(MEGABYTE / 30));
        evil.put("folds", "Subject: " + "\n x".repeat(MEGABYTE / 6));
        evil.put("fields", "A: b\n".repeat(MEGABYTE));
        evil.put("one line", "A: " + "b".repeat(8 * MEGABYTE));
        evil.put("tags", "Content-Type: text/html\n\n" + "<b>".repeat(MEGABYTE));
        evil.put("formatting", "Content-Type: text/html\n\n" + "<p><font><b><i><a href=x>".repeat(MEGABYTE / 25));
        evil.put("tables", "Content-Type: text/html\n\n" + "<table>x".repeat(MEGABYTE / 8));
        evil.put("cells", "Content-Type: text/html\n\n<table><tr>" + "<td>x".repeat(MEGABYTE / 5));
        evil.put("attributes", "Content-Type: text/html\n\n<p " + "a=b ".repeat(MEGABYTE / 4) + ">");
        evil.put("parts", "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(MEGABYTE / 4));
        evil.put(
                "flowed",
                "Content-Type: text/plain; format=flowed\n\n" + ">".repeat(MEGABYTE) + "\n"
                        + "> x \n".repeat(MEGABYTE / 5));
        for (Map.Entry<String, String> mail : evil.entrySet())
            readInTime(mail.getKey(), new ByteArrayInputStream((mail.getValue() + "\n\nbody").getBytes(ISO_8859_1)));
    }

    @Test
    void whatIsNestedTooDeepHasTooManyPartsOrTooLongAHeaderIsSaid() throws IOException {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 200; i++)
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        assertThat(hidden(nested + "\nx")).contains(DefectKind.TOO_DEEP);
        String messages = "Content-Type: message/rfc822\n\n".repeat(200);
        assertThat(hidden(messages + "\nx")).contains(DefectKind.TOO_DEEP);
        String parts = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(Limits.PARTS + 1);
        assertThat(hidden(parts)).contains(DefectKind.TOO_MANY_PARTS);
        assertThat(hidden("A: b\n".repeat(Limits.HEADER_FIELDS + 1) + "\nx")).contains(DefectKind.HEADER_TRUNCATED);
        assertThat(hidden("A: " + "b".repeat(2 * MEGABYTE) + "\n\nx")).contains(DefectKind.UNREADABLE);
    }

    @Test
    void aMessageOf500MegabytesIsReadInLittleMemory() throws IOException {
        String head = "Subject: large\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n";
        byte[] line =
                "a line of text that is long enough to be one\n".repeat(1000).getBytes(ISO_8859_1);
        List<InputStream> pieces = new ArrayList<>();
        pieces.add(new ByteArrayInputStream(head.getBytes(ISO_8859_1)));
        for (int i = 0; i < 500 * MEGABYTE / line.length; i++) pieces.add(new ByteArrayInputStream(line));
        String end = "\n--b\nContent-Disposition: attachment; filename=last.txt\n\nlast\n--b--\n";
        pieces.add(new ByteArrayInputStream(end.getBytes(ISO_8859_1)));
        ParsedCapture capture = MailParser.parse(new SequenceInputStream(java.util.Collections.enumeration(pieces)));
        Part text = capture.message().parts().getFirst();
        assertThat(text.sizeBytes()).isGreaterThan(499L * MEGABYTE);
        assertThat(text.text()).hasSize(Limits.TEXT_PART_BYTES);
        assertThat(capture.hidesText()).isTrue();
        assertThat(capture.message().attachmentNames()).containsExactly("last.txt");
    }

    @Test
    void onlyTheStreamItselfFails() {
        InputStream mail = new ByteArrayInputStream("Subject: x\n\nbody".getBytes(ISO_8859_1));
        InputStream failing = new SequenceInputStream(mail, new GoneDisk());
        assertThatThrownBy(() -> MailParser.parse(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    private static List<DefectKind> hidden(String mail) throws IOException {
        ParsedCapture capture = readInTime("hidden", new ByteArrayInputStream(mail.getBytes(ISO_8859_1)));
        assertThat(capture.hidesText()).isTrue();
        List<DefectKind> kinds = new ArrayList<>();
        collect(capture.message(), kinds);
        return kinds;
    }

    private static void collect(Message message, List<DefectKind> kinds) {
        message.defects().forEach(defect -> kinds.add(defect.kind()));
        for (Part part : message.parts())
            if (part.content() instanceof PartContent.AttachedMessage attached) collect(attached.message(), kinds);
    }

    private static ParsedCapture readInTime(String what, InputStream raw) throws IOException {
        long start = cpuNanos();
        ParsedCapture capture = MailParser.parse(raw);
        for (Message message : capture.messages()) assertThat(message.allText()).isNotNull();
        assertThat(Duration.ofNanos(cpuNanos() - start)).as(what).isLessThan(LONGEST);
        return capture;
    }

    /// Processor time, since other tests may share the machine.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] mutated(byte[] mail, Random random) {
        byte[] bytes = mail.clone();
        int changes = 1 + random.nextInt(20);
        String tokens = "\r\n-=:;<>(),\"?@ \0\u00FF";
        for (int i = 0; i < changes; i++)
            bytes[random.nextInt(bytes.length)] = (byte) tokens.charAt(random.nextInt(tokens.length()));
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(bytes.length - from);
        int at = random.nextInt(bytes.length - (to - from) + 1);
        if (random.nextBoolean()) System.arraycopy(mail, from, bytes, at, to - from);
        return random.nextInt(3) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static final class GoneDisk extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
        }
    }
}
