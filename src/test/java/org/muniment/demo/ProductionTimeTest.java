package org.muniment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.production.BatesNumber;
import org.muniment.production.BatesPrefix;
import org.muniment.production.ReleaseInWork;
import org.muniment.production.ReleaseOrder;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;

/// How long a release of 1,000 ordinary messages takes, all of it verified; docs/benchmarks.md has the numbers. It
/// prints the time and does not judge it.
@Tag("long")
class ProductionTimeTest {
    private static final int MESSAGES = 1_000;
    private static final String MARKS = """
            [{"match":"/[0-9]{3}-[0-9]{4}/","exemption":"1-210(b)(2)"},
             {"match":"/[A-Z][a-z]+ Street/","exemption":"1-210(b)(2)"}]""";

    @TempDir
    private Path folder;

    @Test
    void aThousandOrdinaryMessagesArePrintedAndReadBack() throws Exception {
        InstantSource clock = InstantSource.system();
        try (var alarms = Alarms.in(folder.resolve("workflow"), clock);
                var archive = Archive.open(
                        folder.resolve("data"),
                        ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")),
                        alarms,
                        clock)) {
            var numbers = deliver(archive, clock.instant());
            var fonts = FontShelf.ofThisMachine();
            var marks = RedactionMarks.read(Files.writeString(folder.resolve("marks.json"), MARKS));
            var first = new BatesNumber(new BatesPrefix("R-2026-0001-"), 1);
            var order = new ReleaseOrder("R-2026-0001", 1, first, numbers, marks, clock.instant());
            long begin = System.nanoTime();
            try (var work = ReleaseInWork.begin(
                    archive, Sandbox.onThisMachine(), fonts, order, Files.createDirectory(folder.resolve("work")))) {
                work.printMessages(Progress.UNSEEN);
                var left = work.leftElsewhere();
                var prepared = work.finish();
                var took = Duration.ofNanos(System.nanoTime() - begin);
                System.out.printf(
                        "%,d messages, %,d pages, %,d redactions, %,d files in %.1f s on %d processors (%d left)%n",
                        MESSAGES,
                        work.totals().pages(),
                        work.totals().redactions(),
                        prepared.files().size(),
                        took.toMillis() / 1000.0,
                        Runtime.getRuntime().availableProcessors(),
                        left.size());
                assertThat(prepared.files()).hasSize(MESSAGES + 2);
            }
        }
    }

    private static List<AccessionNumber> deliver(Archive archive, Instant now) throws Exception {
        var numbers = new ArrayList<AccessionNumber>();
        for (var delivery : CityHall.deliveries(CityHall.SEED, LocalDate.of(2026, 11, 20))) {
            if (numbers.size() == MESSAGES) break;
            var envelope = new Envelope(
                    delivery.source(),
                    Channel.FILE_IMPORT,
                    Optional.of(delivery.mailFrom()),
                    delivery.recipients(),
                    Peer.NONE,
                    now);
            try (var incoming = archive.receive(envelope)) {
                incoming.body().write(delivery.bytes());
                numbers.add(incoming.commit().get().accession());
            }
        }
        return numbers;
    }
}
