package org.muniment.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads the threads of one book: `== key | when | subject` begins one, `>> from | to: … | …` a message of it.
final class StoryBook {
    private final List<Story> stories = new ArrayList<>();
    private List<Story.Line> lines = new ArrayList<>();
    private Optional<String> heading = Optional.empty();
    private Optional<String> message = Optional.empty();
    private final StringBuilder body = new StringBuilder();

    static List<Story> read(String name) {
        var book = new StoryBook();
        lines(name).forEach(book::take);
        book.endStory();
        return book.stories;
    }

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(StoryBook.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(String line) {
        if (line.startsWith("== ")) {
            endStory();
            heading = Optional.of(line.substring(3));
        } else if (line.startsWith(">> ")) {
            endMessage();
            message = Optional.of(line.substring(3));
        } else if (message.isPresent()) {
            body.append(line).append('\n');
        }
    }

    private void endMessage() {
        message.ifPresent(said -> {
            String[] cells = said.split(" \\| ", -1);
            Map<String, String> what = new LinkedHashMap<>();
            for (int i = 1; i < cells.length; i++) {
                int colon = cells[i].indexOf(':');
                what.put(
                        cells[i].substring(0, colon).strip(),
                        cells[i].substring(colon + 1).strip());
            }
            lines.add(new Story.Line(cells[0].strip(), what, body.toString().strip()));
        });
        message = Optional.empty();
        body.setLength(0);
    }

    private void endStory() {
        endMessage();
        heading.ifPresent(said -> {
            String[] cells = said.split("\\|", 3);
            String when = cells[1].strip();
            boolean isOften = when.startsWith("x");
            stories.add(new Story(
                    cells[0].strip(),
                    isOften ? Integer.parseInt(when.substring(1)) : 1,
                    isOften ? -1 : Integer.parseInt(when),
                    cells[2].strip(),
                    lines));
        });
        heading = Optional.empty();
        lines = new ArrayList<>();
    }
}
