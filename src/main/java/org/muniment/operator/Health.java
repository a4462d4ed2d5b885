package org.muniment.operator;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.audit.AuditTrail;
import org.muniment.merklelog.Checkpoint;
import org.muniment.mirror.Mirror;

/// This is how an archive is doing: well while no alarm stands. Times are UTC (RFC 3339), null for never.
///
/// @param captured captures kept, not counting the log's other entries
/// @param indexedThrough entries of the log that searches know
/// @param key the public key of the archive's log, as `verify-note` takes it
/// @param mirror how the copy on another disk is doing; null where there is none
/// @param auditCheckpoint the last one of the audit trail's own log
public record Health(
        boolean ok,
        List<Standing> alarms,
        long captured,
        long indexedThrough,
        String key,
        @Nullable Signed lastCheckpoint,
        @Nullable Signed auditCheckpoint,
        @Nullable String lastVerified,
        @Nullable Anchored lastAnchor,
        @Nullable String mirror) {
    /// The newest outside anchor, by its name: what it is, when it was given, how many entries of the log it covers.
    public record Anchored(String what, String at, long size) {
        static Optional<Anchored> newest(DataFolder folder) throws IOException {
            return folder.anchors().kept().stream()
                    .findFirst()
                    .map(anchor -> new Anchored(
                            anchor.kind().words() + " by " + anchor.by(),
                            anchor.at().toString(),
                            anchor.size()));
        }
    }

    /// One alarm that stands, with what to do about it.
    public record Standing(long id, String kind, String sentence, String advice, String raisedAt, int times) {
        static Standing of(Alarm alarm) {
            return new Standing(
                    alarm.id(),
                    alarm.kind().name(),
                    alarm.sentence(),
                    alarm.kind().advice(),
                    alarm.raisedAt().toString(),
                    alarm.times());
        }
    }

    /// How a mirror is doing: which copy is behind and since when, how far it has been brought up to date, what to do.
    public record Mirroring(
            State state,
            String folder,
            Optional<String> behind,
            Optional<Instant> since,
            Optional<String> progress,
            Optional<String> advice) {
        /// Both copies have everything; one is behind and waits for its disk; or is being brought up to date.
        public enum State {
            WHOLE,
            BEHIND,
            CATCHING_UP
        }

        /// Empty where there is no mirror.
        public static Optional<Mirroring> of(DataFolder folder) {
            return folder.mirrored().mirror().map(mirror -> of(mirror, folder.alarms()));
        }

        private static Mirroring of(Mirror mirror, Alarms alarms) {
            Optional<String> behind = mirror.behind();
            Optional<Alarm> alarm = alarms.standing().stream()
                    .filter(it -> it.kind() == AlarmKind.MIRROR_DEGRADED)
                    .findFirst();
            Optional<String> progress =
                    Optional.of(mirror.progress()).filter(it -> behind.isPresent() && !it.isEmpty());
            State state = progress.isPresent() ? State.CATCHING_UP : State.BEHIND;
            return new Mirroring(
                    behind.isPresent() ? state : State.WHOLE,
                    mirror.folder().toString(),
                    behind,
                    alarm.filter(_ -> behind.isPresent()).map(Alarm::raisedAt),
                    progress,
                    behind.map(_ -> AlarmKind.MIRROR_DEGRADED.advice()));
        }
    }

    /// Without what stands: for whoever is not signed in.
    Health inShort() {
        return new Health(ok, List.of(), captured, indexedThrough, key, lastCheckpoint, null, null, null, null);
    }

    /// A signed checkpoint: how many entries of the log it proves, and since when.
    public record Signed(long size, String signedAt) {
        static Optional<Signed> last(Archive archive) throws IOException {
            Optional<Checkpoint> checkpoint = archive.checkpoint();
            if (checkpoint.isEmpty()) return Optional.empty();
            String at = archive.log().publishedAt().orElseThrow().toString();
            return Optional.of(new Signed(checkpoint.get().size(), at));
        }

        static Optional<Signed> last(AuditTrail trail) throws IOException {
            Optional<Checkpoint> checkpoint = trail.checkpoint();
            if (checkpoint.isEmpty()) return Optional.empty();
            String at = trail.signedAt().orElseThrow().toString();
            return Optional.of(new Signed(checkpoint.get().size(), at));
        }
    }

    public static Health of(DataFolder folder) throws IOException {
        List<Standing> standing =
                folder.alarms().standing().stream().map(Standing::of).toList();
        return new Health(
                standing.isEmpty(),
                standing,
                folder.tally().captures(),
                folder.search().indexedThrough(),
                folder.archive().verifier().toString(),
                Signed.last(folder.archive()).orElse(null),
                Signed.last(folder.audit()).orElse(null),
                folder.checks().reports().lastAt().map(Object::toString).orElse(null),
                Anchored.newest(folder).orElse(null),
                folder.mirrored().state().orElse(null));
    }
}
