package org.muniment.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What every command that reads mail has in common: where people sign in, it asks who reads, and what for.
abstract class ReadingCommand extends DataCommand {
    private static final String TOKEN_VARIABLE = "MUNIMENT_TOKEN";
    private static final int TOKEN_FILE_BYTES_MAX = 4_096;

    @Option(
            names = "--purpose",
            paramLabel = "\"KIND REFERENCE\"",
            description = "What you read mail for, such as \"MATTER 2026-CV-104\". Needed once the archive has people.")
    private String purpose = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with your personal token. Default: the variable MUNIMENT_TOKEN.")
    private Path tokenFile = Path.of("");

    ReadingCommand(Desk desk) {
        super(desk);
    }

    /// Carries the command out for somebody who may read mail.
    abstract Answer on(DataFolder folder, ToolReader reader) throws IOException, InterruptedException;

    @Override
    final Answer on(DataFolder folder) throws IOException, InterruptedException {
        // Through the socket the caller's own token comes along: the server must not read its own.
        Optional<String> token = desk.held().isPresent() ? desk.caller().sentToken() : token();
        return on(folder, ToolReader.of(folder, desk.caller(), token, purpose));
    }

    /// The personal token of whoever calls, if there is one.
    Optional<String> token() throws IOException {
        if (tokenFile.toString().isEmpty())
            return Optional.ofNullable(System.getenv(TOKEN_VARIABLE))
                    .map(String::strip)
                    .filter(token -> !token.isEmpty());
        Path file = desk.terminal().resolve(tokenFile);
        try (var bytes = Files.newInputStream(file)) {
            String token = new String(bytes.readNBytes(TOKEN_FILE_BYTES_MAX), StandardCharsets.UTF_8);
            return Optional.of(token.strip()).filter(given -> !given.isEmpty());
        }
    }
}
