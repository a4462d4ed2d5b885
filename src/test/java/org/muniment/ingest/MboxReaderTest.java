package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxReaderTest {
    private static final String SEPARATOR = "From someone@city.example Mon Nov 23 10:00:00 2026";

    @TempDir
    Path folder;

    @Test
    void everyDialectGivesBackWhatWasPutIn() throws IOException {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
            for (Dialect dialect : Dialect.values()) {
                List<String> messages = randomMessages(random, dialect, end);
                String file = dialect.write(messages, end);
                assertThat(read(file).messages)
                        .as("seed %d round %d %s: %s", seed, round, dialect, file)
                        .isEqualTo(messages);
            }
        }
    }

    @Test
    void aSentenceThatBeginsWithFromSeparatesNothing() throws IOException {
        String body = "Subject: x\n\nFrom here on it goes.\n\nFrom me, at 10:00\n";
        assertThat(read(SEPARATOR + "\n" + body + "\n").messages).containsExactly(body);
    }

    @Test
    void separatorsWithoutADateFollowABlankLine() throws IOException {
        String file = "From a\nSubject: 1\n\nx\nFrom y\n\nFrom b\nSubject: 2\n\nz\n";
        assertThat(read(file).messages).containsExactly("Subject: 1\n\nx\nFrom y\n", "Subject: 2\n\nz\n");
    }

    @Test
    void aContentLengthThatDoesNotFitIsIgnored() throws IOException {
        String one = "Content-Length: 3\n\nlonger than that\n";
        String two = "Content-Length: 999999999999\n\nshort\n";
        String file = SEPARATOR + "\n" + one + "\n" + SEPARATOR + "\n" + two + "\n";
        assertThat(read(file).messages).containsExactly(one, two);
    }

    @Test
    void aMessageThatEndsWithoutALineEndIsKeptSo() throws IOException {
        assertThat(read(SEPARATOR + "\nSubject: x\n\nno end").messages).containsExactly("Subject: x\n\nno end");
    }

    @Test
    void theSenderIsTakenFromTheSeparatorIfItIsAnAddress() throws IOException {
        assertThat(read(SEPARATOR + "\nA: b\n\n").senders).containsExactly(Optional.of("someone@city.example"));
        assertThat(read("From mboxrd@z Mon Nov 23 10:00:00 2026\nA: b\n\n").senders)
                .containsExactly(Optional.empty());
        assertThat(read("From - Mon Nov 23 10:00:00 2026\nA: b\n\n").senders).containsExactly(Optional.empty());
    }

    @Test
    void offsetsAreThoseOfTheSeparators() throws IOException {
        String one = SEPARATOR + "\nA: b\n\n1\n\n";
        assertThat(read(one + one).offsets).containsExactly(0L, (long) one.length());
    }

    @Test
    void linesLongerThanEveryBufferPass() throws IOException {
        String longLine = "x".repeat(700_001);
        String body = "Subject: x\n\n" + longLine + "\n\n" + longLine + "\n";
        String file = SEPARATOR + "\n" + body + "\n";
        assertThat(read(file + file).messages).containsExactly(body, body);
    }

    private static List<String> randomMessages(Random random, Dialect dialect, String end) {
        List<String> messages = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String header = "From: a@b.example" + end + "Subject: " + i + end;
            messages.add(dialect.header(header + end + randomBody(random, dialect, end, i == 0), end));
        }
        return messages;
    }

    private static String randomBody(Random random, Dialect dialect, String end, boolean first) {
        List<String> lines =
                new ArrayList<>(List.of("", "text", "From x", SEPARATOR, "> From x", "From", ">", ".", ">Fro"));
        if (dialect.keepsQuoted) lines.addAll(List.of(">From x", ">>From y", ">>>" + SEPARATOR));
        StringBuilder body = new StringBuilder();
        // Without a bare "From " line in it, no counted file can be told from one that quotes.
        if (first && dialect == Dialect.MBOXCL2) body.append("From the start").append(end);
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++)
            body.append(lines.get(random.nextInt(lines.size()))).append(end);
        return body.toString();
    }

    private enum Dialect {
        MBOXO(false),
        MBOXRD(true),
        MBOXCL(false),
        MBOXCL2(true);

        private final boolean keepsQuoted;

        Dialect(boolean keepsQuoted) {
            this.keepsQuoted = keepsQuoted;
        }

        String write(List<String> messages, String end) {
            StringBuilder file = new StringBuilder();
            for (String message : messages)
                file.append(SEPARATOR).append(end).append(quote(message)).append(end);
            return file.toString();
        }

        /// The message as it is delivered, with the length its dialect gives.
        String header(String message, String end) {
            if (this == MBOXO || this == MBOXRD) return message;
            int length = quote(message).length() - message.indexOf(end + end) - 2 * end.length();
            return "Content-Length: " + length + end + message;
        }

        private String quote(String message) {
            return switch (this) {
                case MBOXO, MBOXCL -> message.replaceAll("(?m)^From ", ">From ");
                case MBOXRD -> message.replaceAll("(?m)^(>*)From ", ">$1From ");
                case MBOXCL2 -> message;
            };
        }
    }

    private Read read(String file) throws IOException {
        return read(file, 2100);
    }

    private Read read(String file, int bufferBytes) throws IOException {
        Path path = folder.resolve("mbox");
        Files.writeString(path, file, ISO_8859_1);
        Read read = new Read();
        try (FileChannel channel = FileChannel.open(path)) {
            new MboxReader(channel, MboxDialect.of(channel), read, bufferBytes).read();
        }
        return read;
    }

    private static final class Read implements MboxReader.Messages {
        final List<String> messages = new ArrayList<>();
        final List<Optional<String>> senders = new ArrayList<>();
        final List<Long> offsets = new ArrayList<>();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public OutputStream begin(long offset, Optional<String> sender) {
            offsets.add(offset);
            senders.add(sender);
            bytes = new ByteArrayOutputStream();
            return bytes;
        }

        @Override
        public void end() {
            messages.add(bytes.toString(ISO_8859_1));
        }
    }
}
