package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.muniment.archive.DifferingCopies;
import org.muniment.archive.FilesInDoubt;
import org.muniment.archive.NeededFiles;
import org.muniment.mirror.Judge;
import org.muniment.mirror.Mirror;
import org.muniment.mirror.MirrorNews;

/// This is the data folder of a [BareJournal], perhaps with a mirror; it prints when the two are whole and when not,
/// and
/// brings the one that is behind up to date as soon as that can be.
final class BareMirror implements AutoCloseable, MirrorNews {
    static final String WHOLE = "mirror whole";
    static final String BEHIND = "mirror behind";

    private static final long LOOK_MILLIS = 200;
    private static final Judge JUDGE = new Judge() {
        @Override
        public List<Path> inDoubt(Path store) throws IOException {
            return FilesInDoubt.in(store);
        }

        @Override
        public long soundBytes(Path file) throws IOException {
            return FilesInDoubt.soundBytes(file);
        }

        @Override
        public boolean isNeeded(Path store, Path file) throws IOException {
            return NeededFiles.isNeeded(store, file);
        }

        @Override
        public OptionalLong rightInOther(Path leading, Path other) {
            return DifferingCopies.rightInOther(leading, other);
        }
    };

    private final Path data;
    private final Optional<Mirror> mirror;
    private volatile boolean closed;
    private String notYet = "";

    BareMirror(Path data, Optional<Path> mirrorFolder) throws IOException {
        this.data = data;
        this.mirror = mirrorFolder.isPresent()
                ? Optional.of(Mirror.open(data, mirrorFolder.get(), JUDGE, this))
                : Optional.empty();
        mirror.ifPresent(
                pair -> Thread.ofPlatform().daemon().name("mirror watch").start(() -> watch(pair)));
    }

    /// The data folder as the archive must see it.
    Path dataFolder() {
        return mirror.map(Mirror::dataFolder).orElse(data);
    }

    private void watch(Mirror pair) {
        String said = "";
        try {
            while (!closed) {
                String now = pair.isWhole() ? WHOLE : BEHIND;
                if (!now.equals(said)) System.out.println(now);
                said = now;
                Thread.sleep(LOOK_MILLIS);
                bringUpToDate(pair);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringUpToDate(Mirror pair) {
        try {
            pair.resynchronise();
        } catch (IOException | RuntimeException trouble) {
            String now = trouble.toString();
            if (!now.equals(notYet)) System.out.println("not yet: " + now);
            notYet = now;
        }
    }

    @Override
    public void behind(String side, String reason) {
        System.out.println(BEHIND + ": " + side + ", " + reason);
    }

    @Override
    public void mended(String side, String file) {
        System.out.println("mended: " + file + " of " + side);
    }

    @Override
    public void together() {
        System.out.println("both again");
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (mirror.isPresent()) mirror.get().close();
    }
}
