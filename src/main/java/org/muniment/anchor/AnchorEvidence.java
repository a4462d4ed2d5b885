package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.anchor.Anchor.Kind;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.NoteIsMalformed;

/// This is what outsiders say about the log for as long as some of its entries are in it, to be handed over with them:
/// each anchor's own files, and with each checkpoint the proof that the log grew from there to a later one.
///
/// @param anchors those that hold, newest first
/// @param files by name
public record AnchorEvidence(List<Anchor> anchors, SortedMap<String, byte[]> files) {
    /// The ending of the proof that the log grew from the anchored checkpoint.
    static final String CONSISTENCY = ".consistency";

    /// Of each who vouches: the earliest and the newest anchor over all these entries, or else the newest over the
    /// first of them. None covers more than the checkpoint does.
    public static AnchorEvidence of(Archive archive, AccessionNumber first, AccessionNumber last, Checkpoint checkpoint)
            throws IOException {
        AnchorShelf shelf = new AnchorShelf(archive.anchors());
        Map<List<Object>, List<Anchor>> byWhom = new LinkedHashMap<>();
        for (Anchor anchor : shelf.all())
            if (anchor.size() > first.index() && anchor.size() <= checkpoint.size())
                byWhom.computeIfAbsent(List.of(anchor.kind(), anchor.by()), _ -> new ArrayList<>())
                        .add(anchor);
        List<Anchor> chosen = new ArrayList<>();
        for (List<Anchor> its : byWhom.values())
            chosen.addAll(best(new AnchorCheck(archive.anchors(), archive.log()), its, last));
        return new Collector(archive, checkpoint).of(chosen);
    }

    private static Collection<Anchor> best(AnchorCheck check, List<Anchor> newestFirst, AccessionNumber last)
            throws IOException {
        List<Anchor> ofAll = newestFirst.stream()
                .filter(anchor -> anchor.size() > last.index())
                .toList();
        Map<Anchor, Boolean> best = new LinkedHashMap<>();
        check.firstThatHolds(ofAll).ifPresent(anchor -> best.put(anchor, true));
        check.firstThatHolds(ofAll.reversed()).ifPresent(anchor -> best.put(anchor, true));
        if (best.isEmpty()) check.firstThatHolds(newestFirst).ifPresent(anchor -> best.put(anchor, true));
        return best.keySet();
    }

    /// Puts the files of anchors together.
    private static final class Collector {
        private final Archive archive;
        private final AnchorShelf shelf;
        private final Checkpoint checkpoint;
        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final Map<AnchorName, Anchor> stamps = new HashMap<>();

        Collector(Archive archive, Checkpoint checkpoint) {
            this.archive = archive;
            this.shelf = new AnchorShelf(archive.anchors());
            this.checkpoint = checkpoint;
        }

        AnchorEvidence of(List<Anchor> chosen) throws IOException {
            for (Anchor anchor : shelf.all())
                if (anchor.kind() == Kind.TIME_STAMP) stamps.put(AnchorShelf.name(anchor), anchor);
            List<Anchor> whole = new ArrayList<>();
            for (Anchor anchor : chosen) {
                if (!stands(anchor)) continue;
                add(anchor);
                whole.add(anchor);
            }
            return new AnchorEvidence(List.copyOf(whole), files);
        }

        // A time stamp over an older one is worth what the older one is.
        private boolean stands(Anchor anchor) throws IOException {
            if (anchor.kind() != Kind.RENEWAL) return true;
            Anchor older = renewed(AnchorShelf.name(anchor));
            return new AnchorCheck(archive.anchors(), archive.log())
                    .firstThatHolds(List.of(older))
                    .isPresent();
        }

        private void add(Anchor anchor) throws IOException {
            AnchorName name = AnchorShelf.name(anchor);
            switch (anchor.kind()) {
                case TIME_STAMP -> {
                    copy(name, AnchorName.RESPONSE, AnchorName.CERTIFICATES, AnchorName.CHECKPOINT);
                    consistency(name, AnchorName.CHECKPOINT);
                }
                case RENEWAL -> {
                    copy(name, AnchorName.RESPONSE, AnchorName.CERTIFICATES, AnchorName.RENEWS);
                    add(renewed(name));
                }
                case COSIGNATURE -> {
                    copy(name, AnchorName.COSIGNED, AnchorName.WITNESS_KEY);
                    consistency(name, AnchorName.COSIGNED);
                }
                case MAILED -> {
                    copy(name, AnchorName.MAILED);
                    consistency(name, AnchorName.MAILED);
                }
            }
        }

        private Anchor renewed(AnchorName name) throws IOException {
            String file = new String(shelf.read(name, AnchorName.RENEWS), StandardCharsets.UTF_8).strip();
            return AnchorName.of(file, AnchorName.RESPONSE)
                    .flatMap(older -> Optional.ofNullable(stamps.get(older)))
                    .orElseThrow(() -> new NoSuchFileException(file));
        }

        private void copy(AnchorName name, String... endings) throws IOException {
            for (String ending : endings) files.put(name.file(ending), shelf.read(name, ending));
        }

        private void consistency(AnchorName name, String ending) throws IOException {
            try {
                long from = Checkpoint.parse(shelf.read(name, ending)).size();
                String proof =
                        archive.log().consistency(from, checkpoint.size()).toString();
                files.put(name.file(CONSISTENCY), proof.getBytes(StandardCharsets.UTF_8));
            } catch (NoteIsMalformed changed) {
                throw new IOException(name + " was whole a moment ago and is not now", changed);
            }
        }
    }
}
