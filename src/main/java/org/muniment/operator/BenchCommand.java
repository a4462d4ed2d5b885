package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muniment.ingest.FileImport;
import org.muniment.ingest.ImportReport;
import org.muniment.operator.SearchTimes.Timed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench`: what this machine can do, measured on a scratch folder beside the data folder, so on the same disk.
@Command(
        name = "bench",
        description =
                "Measure this machine: force to disk, capture, index, search, verify, open; and the messages a day it can take.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int SECONDS_A_DAY = 86_400;

    @Option(names = "--corpus", paramLabel = "FILE", required = true, description = "Mail to measure with: an mbox.")
    private Path corpus = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Measure beside this folder. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(
            names = "--mirror",
            paramLabel = "DIR",
            description = "Measure a mirror beside this folder, on its disk. Default: on the same disk.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else there.")
    private boolean json;

    private final Desk desk;

    BenchCommand(Desk desk) {
        this.desk = desk;
    }

    record Measured(
            long messages,
            long megabytes,
            ForceTimes force,
            double captureSeconds,
            double searchableSeconds,
            double messagesPerSecond,
            double megabytesPerSecond,
            double storedShare,
            Timed search,
            StoreTimes store,
            OpenTimes open,
            long messagesADay) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path corpusFile = desk.terminal().resolve(corpus);
        Path beside = desk.terminal().resolve(data).getParent();
        Path scratch = Files.createTempDirectory(beside, "muniment-bench-");
        Path other = mirror.isEmpty()
                ? beside
                : desk.terminal().resolve(mirror.get()).getParent();
        Path besideMirror = Files.createTempDirectory(other, "muniment-bench-");
        try {
            Measured measured = measure(corpusFile, scratch, besideMirror);
            Answer answer = Answer.done(measured, text(measured));
            desk.terminal().progressDone();
            desk.terminal().out().println(json ? answer.json() : answer.text());
            return answer.exit();
        } finally {
            delete(scratch);
            delete(besideMirror);
        }
    }

    private Measured measure(Path corpusFile, Path scratch, Path besideMirror)
            throws IOException, InterruptedException {
        desk.terminal().progress("force to disk");
        ForceTimes force = ForceTimes.measure(scratch);
        Path passphrase = scratch.resolve("passphrase");
        Path room = scratch.resolve("data");
        try (DataFolder folder = DataFolder.open(
                room, new DataFolder.Settings(passphrase, InstantSource.system(), ZoneId.systemDefault()))) {
            long begin = System.nanoTime();
            folder.search();
            ImportReport report = new FileImport(folder.archive(), folder.clock(), _ -> 0)
                    .run(
                            List.of(corpusFile),
                            "bench",
                            (messages, bytes) -> desk.terminal().progress("%,d messages captured".formatted(messages)));
            double captured = seconds(begin);
            SearchCommand.upToDate(folder);
            double searchable = seconds(begin);
            desk.terminal().progress("searching");
            Timed search = SearchTimes.measure(folder);
            desk.terminal().progress("capture and verify");
            StoreTimes store = StoreTimes.measure(folder.archive(), scratch, besideMirror);
            desk.terminal().progress("opening");
            OpenTimes open = OpenTimes.measure(scratch);
            long bytes = Files.size(corpusFile);
            double rate = report.read() / searchable;
            return new Measured(
                    report.read(),
                    bytes >> 20,
                    force,
                    captured,
                    searchable,
                    rate,
                    (bytes >> 20) / searchable,
                    (double) size(room.resolve("store")) / bytes,
                    search,
                    store,
                    open,
                    (long) (rate * SECONDS_A_DAY));
        }
    }

    private static String text(Measured measured) {
        return """
                force to disk    %.2f ms median, %.2f ms p95 (4 KiB)
                captured         %,d messages, %,d MB, in %.1f s
                searchable       after %.1f s: %,.0f messages/s, %,.1f MB/s
                stored           %.2f of the corpus, keys and log included
                search           %.1f ms median, %.1f ms p95 (top 20 and exact count, %d queries)
                bare             %.0f MB/s: SHA-256, zstd -3, AES-256-GCM, nothing written; %.0f without dictionary
                store capture    %.0f MB/s until on disk: %.0f %% of bare
                with a mirror    %.0f %% of that
                verify           %.0f MB/s of raw mail on one core
                heap             all of this in %,d MB
                open             %.2f s: %d segments, %d MB in the last
                projected        %,d messages a day""".formatted(
                        measured.force().medianMillis(),
                        measured.force().p95Millis(),
                        measured.messages(),
                        measured.megabytes(),
                        measured.captureSeconds(),
                        measured.searchableSeconds(),
                        measured.messagesPerSecond(),
                        measured.megabytesPerSecond(),
                        measured.storedShare(),
                        measured.search().medianMillis(),
                        measured.search().p95Millis(),
                        measured.search().queries(),
                        measured.store().bareMegabytesPerSecond(),
                        measured.store().plainMegabytesPerSecond(),
                        measured.store().captureMegabytesPerSecond(),
                        measured.store().captureShare() * 100,
                        measured.store().mirrorShare() * 100,
                        measured.store().verifyMegabytesPerSecond(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        measured.open().seconds(),
                        measured.open().segments(),
                        measured.open().lastSegmentMegabytes(),
                        measured.messagesADay());
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(BenchCommand::length)
                    .sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
