package org.muniment.archive;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

/// Says whether the archive may write. Once shut it stays shut until a person has looked and started it again.
final class WriteGate {
    private final Alarms alarms;
    private final AtomicReference<Optional<String>> shutBecause = new AtomicReference<>(Optional.empty());

    WriteGate(Alarms alarms) {
        this.alarms = alarms;
    }

    /// Shuts the gate and raises the alarm; the first reason is the one that is shown.
    void shut(AlarmKind kind, String reason) {
        shutBecause.compareAndSet(Optional.empty(), Optional.of(reason));
        alarms.raise(kind, reason);
    }

    Optional<String> shutBecause() {
        return shutBecause.get();
    }

    void require() {
        shutBecause().ifPresent(reason -> {
            throw new ArchiveIsReadOnly(reason);
        });
    }
}
