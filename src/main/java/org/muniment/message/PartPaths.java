package org.muniment.message;

import java.util.ArrayDeque;
import java.util.Deque;

/// This numbers the parts of one message in the order MIME4J meets them: `1`, `2.1`; the outermost multipart is
/// "".
final class PartPaths {
    private final Deque<Container> open = new ArrayDeque<>();

    private static final class Container {
        final String path;
        int parts;

        Container(String path) {
            this.path = path;
        }
    }

    /// Returns the path of the next part in the multipart that is open; of the whole message, if none is: `1`.
    String next() {
        Container container = open.peek();
        if (container == null) return "1";
        container.parts++;
        return container.path.isEmpty() ? Integer.toString(container.parts) : container.path + "." + container.parts;
    }

    /// Opens a multipart and returns its path.
    String enter() {
        String path = open.isEmpty() ? "" : next();
        open.push(new Container(path));
        return path;
    }

    void leave() {
        open.pop();
    }

    int depth() {
        return open.size();
    }
}
