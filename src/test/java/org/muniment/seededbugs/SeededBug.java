package org.muniment.seededbugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One bug: what it is, the patch that makes it, and the test that must catch it. Its file begins with
///
///     Bug: what the code does wrong, in a sentence
///     Caught by: SomeTest#method [-Doption=value ...]
record SeededBug(String number, String bug, String test, List<String> options, SourcePatch patch) {
    static final Path FOLDER = Path.of("src/test/seeded-bugs");

    private static final String BUG = "Bug: ";
    private static final String CAUGHT_BY = "Caught by: ";

    /// All of them, in order, or those whose number is among the given ones.
    static List<SeededBug> all(List<String> numbers) throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<SeededBug> bugs = new ArrayList<>();
            for (Path file : files.filter(it -> it.toString().endsWith(".patch"))
                    .sorted()
                    .toList()) bugs.add(read(file));
            bugs.removeIf(bug -> !numbers.isEmpty() && !numbers.contains(bug.number));
            return bugs;
        }
    }

    private static SeededBug read(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> lines = Files.readAllLines(file);
        if (!name.matches("[0-9]{2}-[a-z0-9-]+\\.patch")
                || !lines.getFirst().startsWith(BUG)
                || !lines.get(1).startsWith(CAUGHT_BY))
            throw new AssertionError(file + " should be named NN-words.patch and begin with Bug: and Caught by:");
        List<String> caughtBy =
                List.of(lines.get(1).substring(CAUGHT_BY.length()).split(" "));
        return new SeededBug(
                name.substring(0, 2),
                lines.getFirst().substring(BUG.length()),
                caughtBy.getFirst(),
                caughtBy.subList(1, caughtBy.size()),
                SourcePatch.parse(name, lines.subList(2, lines.size())));
    }

    /// The classes it changes, with their packages below the root.
    String place() {
        return patch.files().stream()
                .map(file -> file.replaceFirst(".*/org/muniment/", "").replaceFirst("\\.java$", ""))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }

    /// The test with its package, which is found by its file.
    String qualifiedTest() throws IOException {
        String[] words = test.split("#", 2);
        Path root = Path.of("src/test/java");
        try (var files = Files.walk(root)) {
            Path file = files.filter(it -> it.endsWith(words[0] + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("bug " + number + ": there is no " + words[0]));
            return root.relativize(file).toString().replaceFirst("\\.java$", "").replace('/', '.') + "#" + words[1];
        }
    }
}
