package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// This is the comparison of what is stored with what was signed.
public final class IntegrityCheck {
    private final OpenedStore store;
    private final InstantSource clock;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final List<String> remarks = new ArrayList<>();

    /// How much is read.
    public enum Level {
        /// Keys, segments with their chain and sizes, the last checkpoint: seconds at any size.
        QUICK,
        /// Every byte but no key: checksums, hashes of segments, indexes, the log against the public entries.
        SCRUB,
        /// Every byte: checksums, decryption, leaves, root, every checkpoint ever signed.
        FULL,
        /// What anybody can check on a copy with the log's public key alone: see [PublicCheck].
        THIRD_PARTY;

        /// As it is written: `third-party`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<String> remarks() {
            return this == SCRUB ? List.of(NOTHING_WAS_DECRYPTED) : List.of();
        }
    }

    static final String NOTHING_WAS_DECRYPTED =
            "Nothing was decrypted: that the content of each message is what its entry says, only a full check tells.";

    IntegrityCheck(OpenedStore store, InstantSource clock, Progress progress) {
        this.store = store;
        this.clock = clock;
        this.progress = progress;
    }

    /// Every side of a mirror that is whole is checked, each by itself.
    IntegrityReport run(Level level) throws IOException {
        store.gate().shutBecause().ifPresent(reason -> findings.add("The archive is read-only: " + reason));
        Map<Path, Object> sides = StoreSides.of(store.layout().dataFolder());
        if (sides.size() == 1 && isMirrored())
            remarks.add("The mirror's other copy is behind and was not checked; " + name(sides) + " was.");
        if (level == Level.FULL) {
            findings.of(() -> new BookCheck(store, findings::add).run(clock.instant()));
            findings.of(() -> new EscrowCheck(store, findings::add).run());
        }
        long checked = 0;
        int done = 0;
        for (var side : sides.entrySet()) {
            int before = done++;
            Progress both = (reached, total) -> progress.reached(before * total + reached, sides.size() * total);
            checked = Math.max(checked, check(level, side, both));
        }
        remarks.addAll(level.remarks());
        return new IntegrityReport(level, checked, findings.all(), remarks);
    }

    private boolean isMirrored() {
        return StoreSides.isMirrored(store.layout().dataFolder());
    }

    private static String name(Map<Path, Object> sides) {
        return String.join(" and ", sides.keySet().stream().map(Path::toString).toList());
    }

    private long check(Level level, Map.Entry<Path, Object> side, Progress reached) throws IOException {
        var layout = new StoreLayout(side.getKey());
        var found = new Findings();
        long checked = new SideCheck(store, layout, UnfinishedCheck.of(store, layout), reached, found, remarks::add)
                .run(level, clock.instant());
        if (isMirrored()
                && !StoreSides.of(store.layout().dataFolder()).entrySet().contains(side))
            remarks.add("The copy " + side.getKey() + " fell behind while it was checked; what was found there, "
                    + found.all().size() + " findings, does not count: it is compared with the other one.");
        else found.all().forEach(sentence -> findings.add(isMirrored() ? naming(side.getKey(), sentence) : sentence));
        return checked;
    }

    /// A finding says in which copy it is.
    private static String naming(Path side, String sentence) {
        return sentence.contains(side.toString()) ? sentence : "In " + side + ": " + sentence;
    }
}
