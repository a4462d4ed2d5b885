package org.muniment.search;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.MailPacks;
import org.muniment.message.MailParser;
import org.muniment.message.ParsedCapture;
import org.muniment.search.MessageFacts.CaptureFacts;

/// Measures, by printing, what indexing and searching cost on real mail; `SEARCH_COPIES=10` indexes it tenfold, each
/// copy another message.
@Tag("long")
class IndexingBenchmark {
    private static final int COPIES = Integer.parseInt(System.getenv().getOrDefault("SEARCH_COPIES", "1"));
    private static final int BATCH = 512;

    private static final LongAdder PARSING = new LongAdder();

    @TempDir
    Path folder;

    @Test
    void indexesAndSearchesTheStandardLoad() throws IOException {
        var mails = mails(Files.readAllBytes(MailPacks.unpacked("bench-10k").resolve("mail-10k.mbox")));
        var settings = SearchSettings.in(ZoneOffset.UTC);
        try (var workers = new Workers(2);
                var index = MessageIndex.open(IndexFolder.open(folder), "log", settings)) {
            index(mails.subList(0, 2_000), 0, index, workers); // warm up
            PARSING.reset();
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            for (int copy = 1; copy <= COPIES; copy++) index(mails, copy, index, workers);
            index.refresh();
            long indexed = (long) COPIES * mails.size();
            print("index incl. refresh", indexed, System.nanoTime() - begin, cpuNanos() - cpu);
            System.out.printf("of which parsing %.3f ms%n", PARSING.sum() / 1e6 / indexed);
            index.commit();
            print("and commit", indexed, System.nanoTime() - begin, cpuNanos() - cpu);
            System.out.printf(
                    "index size %d MB of %d MB mail%n",
                    sizeBytes() >> 20,
                    (COPIES * mails.stream().mapToLong(mail -> mail.length).sum()) >> 20);
            search(index);
        }
    }

    private static void index(List<byte[]> mails, int copy, MessageIndex index, Workers workers) throws IOException {
        for (int from = 0; from < mails.size(); from += BATCH) {
            long first = index.position();
            var numbers = new ArrayList<Integer>();
            for (int i = from; i < Math.min(mails.size(), from + BATCH); i++) numbers.add(i);
            var read = new ReadCapture[numbers.size()];
            int offset = from;
            workers.each(numbers, i -> read[i - offset] = read(mails.get(i), first + i - offset, copy));
            index.add(Arrays.asList(read), first + read.length, workers);
        }
    }

    private static ReadCapture read(byte[] mail, long accession, int copy) throws IOException {
        long begin = threadNanos();
        ParsedCapture parsed = MailParser.parse(new ByteArrayInputStream(mail));
        PARSING.add(threadNanos() - begin);
        var identity = HexFormat.of().parseHex(parsed.identity().sha256Hex());
        identity[0] ^= (byte) copy;
        identity[1] ^= (byte) (copy >> 8);
        var facts = new CaptureFacts(accession, Instant.EPOCH.getEpochSecond(), "import", List.of(), false);
        return new ReadCapture(
                new BytesRef(identity), MessageFacts.of(facts, new TreeSet<>(Set.of())), parsed.messages());
    }

    private static void search(MessageIndex index) throws IOException {
        var all = new ArrayList<Double>();
        for (var text : List.of(
                "*",
                "the",
                "patch",
                "lucene",
                "the patch",
                "patch OR file",
                "file NOT patch",
                "(patch OR error) file",
                "NOT the",
                "-lucene",
                "\"of the\"",
                "\"thanks for the\"",
                "pat*",
                "subject:patch",
                "body:file",
                "from:john",
                "recipient:list",
                "sent:2005..2010",
                "sent:2001..2015 the",
                "subject:re from:john")) {
            var query = SearchQuery.parse(text, ZoneOffset.UTC, LocalDate.EPOCH);
            double best = Double.MAX_VALUE;
            long total = 0;
            for (int round = 0; round < 15; round++) {
                long begin = System.nanoTime();
                total = index.searching(searcher ->
                                new Answers(searcher).answer(query, SearchScope.everything(), HitPage.newest(20)))
                        .total();
                double millis = (System.nanoTime() - begin) / 1e6;
                best = Math.min(best, millis);
                if (round > 4) all.add(millis);
            }
            System.out.printf("%-28s %8d  %.3f ms%n", text, total, best);
        }
        all.sort(null);
        System.out.printf("p50 %.2f ms, p95 %.2f ms%n", all.get(all.size() / 2), all.get(all.size() * 95 / 100));
    }

    private static void print(String what, long count, long wallNanos, long cpuNanos) {
        System.out.printf("%s: %.0f/s, %.3f ms CPU a message%n", what, count * 1e9 / wallNanos, cpuNanos / 1e6 / count);
    }

    private long sizeBytes() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Cuts an mbox in two steps of trust: a line beginning with "From " begins a message.
    private static List<byte[]> mails(byte[] mbox) {
        var mails = new ArrayList<byte[]>();
        int start = -1;
        for (int i = 0; i < mbox.length; i++) {
            if ((i == 0 || mbox[i - 1] == '\n')
                    && i + 5 < mbox.length
                    && new String(mbox, i, 5, StandardCharsets.US_ASCII).equals("From ")) {
                if (start >= 0) mails.add(Arrays.copyOfRange(mbox, start, i));
                while (mbox[i] != '\n') i++;
                start = i + 1;
            }
        }
        mails.add(Arrays.copyOfRange(mbox, start, mbox.length));
        return mails;
    }
}
