package org.muniment.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares the key table with the names of the files, so that a copy of a store that was cut short is known when it is
/// opened, not when somebody asks for the first message that is missing. Reads names only.
record SegmentFiles(Segments segments, Path folder) {
    /// Returns what is wrong, with what to do about it.
    Optional<String> trouble() throws IOException {
        Set<Path> present = present();
        List<KeyTable.Row> rows = segments.keys().rows();
        List<Path> missing = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Path file = segments.file(rows.get(i));
            if (!present.remove(file) && mayHoldRecords(rows, i)) missing.add(file);
        }
        if (!missing.isEmpty())
            return Optional.of(sentence(missing.size() + " of " + rows.size()
                    + " segments that the key table names are missing, the first is " + missing.getFirst()));
        return present.stream()
                .min(Comparator.comparing(Path::toString))
                .map(first -> sentence(present.size()
                        + " segments are there that the key table does not name, the first is " + first));
    }

    /// A row without records stands for a segment that could not be made.
    private static boolean mayHoldRecords(List<KeyTable.Row> rows, int place) {
        return place + 1 == rows.size()
                || rows.get(place + 1).firstAccession() > rows.get(place).firstAccession();
    }

    private static String sentence(String what) {
        return what + ". This looks like a copy that was cut short, or made of parts from different hours:"
                + " copy the store again, whole";
    }

    private Set<Path> present() throws IOException {
        Set<Path> files = new HashSet<>();
        if (!Files.isDirectory(folder)) return files;
        try (DirectoryStream<Path> years = Files.newDirectoryStream(folder)) {
            for (Path year : years) {
                if (!Files.isDirectory(year)) continue;
                try (DirectoryStream<Path> in = Files.newDirectoryStream(year)) {
                    for (Path file : in) if (file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX)) files.add(file);
                }
            }
        }
        return files;
    }
}
