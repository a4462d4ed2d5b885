package org.muniment.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts how often the archive itself failed with deliveries that look the same, for a sender repeats what failed, and
/// a journal that fails again and again is switched off. Remembers the last thousand.
final class Poison {
    static final int FAILURES_MAX = 3;
    private static final int REMEMBERED_MAX = 1000;

    private final Map<Delivery, Integer> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Delivery, Integer> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    private record Delivery(String source, Optional<String> mailFrom, List<String> recipients) {
        static Delivery of(Envelope envelope) {
            return new Delivery(envelope.source(), envelope.mailFrom(), envelope.recipients());
        }
    }

    synchronized void failed(Envelope envelope) {
        failures.merge(Delivery.of(envelope), 1, Integer::sum);
    }

    synchronized void succeeded(Envelope envelope) {
        if (!failures.isEmpty()) failures.remove(Delivery.of(envelope));
    }

    synchronized Intake.CapturePath path(Envelope envelope) {
        if (failures.isEmpty()) return Intake.CapturePath.USUAL;
        return failures.getOrDefault(Delivery.of(envelope), 0) >= FAILURES_MAX
                ? Intake.CapturePath.MINIMAL
                : Intake.CapturePath.USUAL;
    }
}
