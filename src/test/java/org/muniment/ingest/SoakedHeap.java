package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This is what the collections of several virtual machines, one after the other, tell of their heaps, in MiB.
///
/// @param most ever used
/// @param afterFirstHalf most that was left by a collection, in the first half of all collections
/// @param afterSecondHalf the same of the second half
record SoakedHeap(long most, long afterFirstHalf, long afterSecondHalf) {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    /// Reads the logs `file.0` to `file.N-1`.
    static SoakedHeap of(Path file, int files) throws IOException {
        long most = 0;
        List<Long> after = new ArrayList<>();
        for (int number = 0; number < files; number++) {
            for (String line : Files.readAllLines(Path.of(file + "." + number))) {
                Matcher collection = COLLECTION.matcher(line);
                if (!collection.find()) continue;
                most = Math.max(most, Long.parseLong(collection.group(1)));
                after.add(Long.valueOf(collection.group(2)));
            }
        }
        int half = after.size() / 2;
        return new SoakedHeap(most, largest(after.subList(0, half)), largest(after.subList(half, after.size())));
    }

    private static long largest(List<Long> amounts) {
        return amounts.stream().mapToLong(amount -> amount).max().orElse(0);
    }
}
