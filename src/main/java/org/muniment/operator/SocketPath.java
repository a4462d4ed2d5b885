package org.muniment.operator;

import java.nio.file.Path;

/// A Unix socket's path has at most 107 bytes (`sun_path` in unix(7)). A longer one is reached by a path relative to
/// the process's working folder where that is shorter.
final class SocketPath {
    private SocketPath() {}

    static Path shortened(Path absolute) {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(absolute.toAbsolutePath());
        return relative.toString().length() < absolute.toString().length() ? relative : absolute;
    }
}
