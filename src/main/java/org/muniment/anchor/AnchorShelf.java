package org.muniment.anchor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muniment.anchor.Anchor.Kind;
import org.muniment.archive.AnchorFiles;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import tools.jackson.databind.json.JsonMapper;

/// The anchors that are kept, and the entry of the log that names each file with its hash. The files come first: what a
/// crash leaves without an entry is checked like the others, and whatever an entry names must be there.
final class AnchorShelf {
    static final String EVENT = "anchored";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnchorFiles files;

    AnchorShelf(AnchorFiles files) {
        this.files = files;
    }

    /// What the log says of an anchor; `files` are hashes (SHA-256, hexadecimal) by name.
    record Entry(String kind, String by, String at, long size, Map<String, String> files) {
        static Entry of(LifecycleEvent event) {
            return JSON.readValue(event.body(), Entry.class);
        }
    }

    /// Keeps an anchor's files, and then says so in the log.
    static void keep(Archive archive, Kind kind, AnchorName name, Instant at, Map<String, byte[]> byEnding)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> hashes = new TreeMap<>();
        byEnding.forEach((ending, bytes) -> {
            files.put(name.file(ending), bytes);
            hashes.put(name.file(ending), sha256(bytes));
        });
        archive.anchors().keep(files);
        Entry entry = new Entry(kind.name(), name.by(), at.toString(), name.size(), hashes);
        archive.record(new LifecycleEvent(EVENT, JSON.writeValueAsString(entry)));
    }

    /// Returns what lies there by its names, newest first, unchecked.
    List<Anchor> all() throws IOException {
        List<String> names = files.names();
        List<Anchor> all = new ArrayList<>();
        for (String file : names) {
            AnchorName.of(file, AnchorName.RESPONSE).ifPresent(name -> {
                boolean renews = names.contains(name.file(AnchorName.RENEWS));
                all.add(anchor(renews ? Kind.RENEWAL : Kind.TIME_STAMP, name));
            });
            AnchorName.of(file, AnchorName.COSIGNED).ifPresent(name -> all.add(anchor(Kind.COSIGNATURE, name)));
            AnchorName.of(file, AnchorName.MAILED).ifPresent(name -> all.add(anchor(Kind.MAILED, name)));
        }
        all.sort(Comparator.comparing(Anchor::at).reversed());
        return all;
    }

    private static Anchor anchor(Kind kind, AnchorName name) {
        return new Anchor(kind, name.by(), name.at(), name.size());
    }

    static AnchorName name(Anchor anchor) {
        return new AnchorName(anchor.size(), anchor.at(), anchor.by());
    }

    /// The newest of a kind, by whom.
    Optional<Anchor> newest(Kind kind, String by) throws IOException {
        return all().stream()
                .filter(anchor -> anchor.kind() == kind && anchor.by().equals(by))
                .findFirst();
    }

    byte[] read(AnchorName name, String ending) throws IOException {
        return files.read(name.file(ending));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(TokenCheck.sha256(bytes));
    }
}
