package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Puts the folder into every state a crash in the middle of a publish can leave: of the files the publish wrote, in
/// its order, the first few whole and the next one torn. Whatever was signed must still be what the log continues
/// from.
class MerkleLogCrashTest {
    private static final int[][] PUBLISHES = {{0, 1}, {1, 2}, {200, 256}, {250, 300}, {256, 257}, {255, 1100}};

    @TempDir
    Path temporary;

    @Test
    void theLogContinuesFromWhatWasSignedWhereverAPublishIsInterrupted() throws Exception {
        int crash = 0;
        for (int[] sizes : PUBLISHES) {
            Map<String, byte[]> before = publish(temporary.resolve("before" + sizes[0] + "-" + sizes[1]), sizes[0]);
            Map<String, byte[]> after = publish(temporary.resolve("before" + sizes[0] + "-" + sizes[1]), sizes[1]);
            for (Map<String, byte[]> state : crashes(before, after))
                assertContinues(
                        temporary.resolve("crash" + crash++),
                        state,
                        sizes[0],
                        sizes[1],
                        after.get("checkpoint-history"));
        }
    }

    private static Map<String, byte[]> publish(Path folder, long size) throws IOException {
        try (MerkleLog log = MerkleLog.open(folder, Logs.KEY)) {
            log.append(Logs.entries(log.size(), size));
            log.publish();
        }
        return contents(folder);
    }

    private static List<Map<String, byte[]>> crashes(Map<String, byte[]> before, Map<String, byte[]> after) {
        List<String> written = new ArrayList<>(after.keySet());
        written.removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
        // Tiles reach the disk in any order; the history comes after them all, and the checkpoint is last.
        written.removeAll(List.of("checkpoint", "checkpoint-history"));
        List<String> forcedInOrder = List.of("checkpoint-history", "checkpoint");
        List<Map<String, byte[]>> crashes = new ArrayList<>();
        Map<String, byte[]> state = new TreeMap<>(before);
        for (String name :
                Stream.concat(written.stream(), forcedInOrder.stream()).toList()) {
            byte[] whole = after.get(name);
            String torn = name.equals("checkpoint") ? "checkpoint.new" : name;
            int safe = name.equals("checkpoint-history") ? before.get(name).length : 0;
            for (int length : List.of(safe, safe + 1, (safe + whole.length) / 2, whole.length - 1))
                crashes.add(with(state, torn, Arrays.copyOf(whole, length)));
            crashes.add(with(state, torn, Arrays.copyOf(Arrays.copyOf(whole, safe), whole.length)));
            state.put(name, whole);
            crashes.add(new TreeMap<>(state));
        }
        return crashes;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> state, String name, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(state);
        changed.put(name, bytes);
        return changed;
    }

    private static void assertContinues(Path folder, Map<String, byte[]> state, long before, long after, byte[] history)
            throws Exception {
        for (var file : state.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        try (MerkleLog log = MerkleLog.open(folder, Logs.KEY)) {
            boolean isSigned = Arrays.equals(state.get("checkpoint-history"), history);
            assertThat(log.size()).isEqualTo(isSigned ? after : before);
            log.append(Logs.entries(log.size(), 1500));
            Checkpoint checkpoint = log.publish();
            assertThat(checkpoint.root()).isEqualTo(Logs.root(1500));
            LogVerifier.verify(log.consistency(before, 1500), Logs.root(before), checkpoint.root());
            try (LogCheck check = log.check()) {
                for (long i = 0; i < 1500; i++) check.next(Logs.entry(i));
                assertThat(check.findings()).isEmpty();
            }
        }
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
        return contents;
    }
}
