package org.muniment.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.muniment.operator.DataFolder;
import org.springframework.stereotype.Component;

/// What monitoring draws curves of. How often people did what is counted where it is written down
/// (`muniment_acts`), how long the journal's peers waited where they wait (`muniment_journal_accept`). No figure is
/// about a person.
@Component
class Figures implements MeterBinder {
    private final DataFolder folder;

    Figures(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "muniment.captured",
                        folder,
                        it -> asked(() -> it.tally().captures()))
                .description("Captures kept")
                .register(registry);
        Gauge.builder(
                        "muniment.index.behind",
                        folder,
                        it -> asked(() -> it.archive().size() - it.search().indexedThrough()))
                .description("Entries of the log that searches do not know yet")
                .register(registry);
        Gauge.builder("muniment.alarms", folder, it -> it.alarms().standing().size())
                .description("Alarms that stand")
                .register(registry);
        Gauge.builder(
                        "muniment.disk.free",
                        folder,
                        it -> asked(() -> Files.getFileStore(it.path()).getUsableSpace()))
                .baseUnit("bytes")
                .register(registry);
    }

    private static double asked(Question question) {
        try {
            return question.answer();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Question {
        long answer() throws IOException;
    }
}
