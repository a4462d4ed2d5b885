import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes a larger corpus out of an mboxrd file: copies whose words and Message-IDs differ, the same for the same seed.
/// Writes one mboxrd file, and the same messages as a Maildir for programs that read those.
///
/// Usage: java scripts/VaryCorpus.java IN.mbox COPIES SEED OUT.mbox OUT-MAILDIR
final class VaryCorpus {
    private static final double CHANGED = 0.1;
    private static final int VOCABULARY = 50_000;

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>();
    private final Path maildir;
    private int written;

    private VaryCorpus(long seed, Path maildir) {
        this.random = new Random(seed);
        this.maildir = maildir;
    }

    public static void main(String[] arguments) throws IOException {
        VaryCorpus corpus = new VaryCorpus(Long.parseLong(arguments[2]), Path.of(arguments[4]));
        for (String folder : List.of("cur", "new", "tmp")) Files.createDirectories(corpus.maildir.resolve(folder));
        try (OutputStream mbox = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[3])), 1 << 20)) {
            for (int copy = 0; copy < Integer.parseInt(arguments[1]); copy++) {
                corpus.copy(Path.of(arguments[0]), copy, mbox);
            }
        }
        System.err.println(corpus.written + " messages");
    }

    private void copy(Path from, int copy, OutputStream mbox) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 20)) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean headers = true;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("From ")) {
                    finish(message, mbox);
                    headers = true;
                    message.writeBytes(bytes(line));
                    continue;
                }
                if (line.isBlank()) headers = false;
                message.writeBytes(bytes(copy == 0 ? learnt(line) : headers ? header(line, copy) : varied(line)));
            }
            finish(message, mbox);
        }
    }

    private String learnt(String line) {
        if (vocabulary.size() < VOCABULARY) {
            for (String word : line.strip().split(" ")) if (word.matches("[A-Za-z]{3,15}")) vocabulary.add(word);
        }
        return line;
    }

    private static String header(String line, int copy) {
        return line.regionMatches(true, 0, "Message-ID: <", 0, 13)
                ? line.substring(0, 13) + "copy" + copy + "." + line.substring(13)
                : line;
    }

    private String varied(String line) {
        StringBuilder varied = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            int end = line.indexOf(' ', at);
            if (end < 0) end = line.length();
            String word = line.substring(at, end);
            boolean plain = word.length() > 2 && word.length() < 16 && word.chars().allMatch(Character::isLetter);
            varied.append(plain && random.nextDouble() < CHANGED ? anyWord() : word);
            if (end < line.length()) varied.append(' ');
            at = end + 1;
        }
        return varied.toString();
    }

    private String anyWord() {
        return vocabulary.get(random.nextInt(vocabulary.size()));
    }

    private void finish(ByteArrayOutputStream message, OutputStream mbox) throws IOException {
        if (message.size() == 0) return;
        byte[] quoted = message.toByteArray();
        mbox.write(quoted);
        String text = new String(quoted, StandardCharsets.ISO_8859_1);
        String bare = text.substring(text.indexOf('\n') + 1).replaceAll("(?m)^>(>*From )", "$1");
        if (bare.endsWith("\n\n")) bare = bare.substring(0, bare.length() - 1);
        Files.write(maildir.resolve("cur").resolve("%07d.m:2,S".formatted(written++)), bytes(bare));
        message.reset();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0; one = in.read()) {
            line.append((char) one);
            if (one == '\n') break;
        }
        return line.toString();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
