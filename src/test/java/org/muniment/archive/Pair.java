package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.muniment.mirror.Judge;
import org.muniment.mirror.Mirror;
import org.muniment.mirror.MirrorNews;

/// Two folders of a test, and what was heard of them.
final class Pair implements MirrorNews {
    static final Judge JUDGE = new Judge() {
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

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    Mirror open(Path data, Path mirror) throws IOException {
        return Mirror.open(data, mirror, JUDGE, this);
    }

    @Override
    public void behind(String side, String reason) {
        heard.add(side + ": " + reason);
    }

    @Override
    public void mended(String side, String file) {
        heard.add(side + " mended: " + file);
    }

    @Override
    public void together() {
        heard.add("together");
    }
}
