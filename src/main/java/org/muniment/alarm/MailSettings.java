package org.muniment.alarm;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// This is `mail.properties` of a data folder: the relay that takes the archive's own mail, and who gets its alarms.
/// Without the file nothing is sent.
///
/// @param lettersFrom whom letters to people outside come from; the sender of alarms unless `letters-from` says
/// otherwise
/// @param encryption `starttls` (which then must succeed), `tls` or `none`
/// @param password where the relay asks for one; read from the file that `password-file` names
record MailSettings(
        String host,
        int port,
        String encryption,
        Optional<String> user,
        Optional<String> password,
        String from,
        String lettersFrom,
        List<String> to) {
    private static final String FILE = "mail.properties";
    private static final List<String> ENCRYPTIONS = List.of("starttls", "tls", "none");

    /// Throws IOException, in a sentence, if the file cannot be used.
    static Optional<MailSettings> in(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        if (Files.notExists(file)) return Optional.empty();
        Properties given = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            given.load(text);
        }
        List<String> to = Arrays.stream(required(given, "to").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        String encryption = given.getProperty("encryption", "starttls").strip();
        if (!ENCRYPTIONS.contains(encryption))
            throw new IOException("mail.properties: encryption is one of " + String.join(", ", ENCRYPTIONS) + ".");
        return Optional.of(new MailSettings(
                required(given, "host"),
                port(given.getProperty("port", encryption.equals("tls") ? "465" : "25")),
                encryption,
                Optional.ofNullable(given.getProperty("user")).map(String::strip),
                password(given, dataFolder),
                required(given, "from"),
                given.getProperty("letters-from", required(given, "from")).strip(),
                to));
    }

    private static Optional<String> password(Properties given, Path dataFolder) throws IOException {
        String file = given.getProperty("password-file");
        if (file == null) return Optional.empty();
        return Optional.of(Files.readString(dataFolder.resolve(file.strip())).strip());
    }

    private static String required(Properties given, String name) throws IOException {
        String value = given.getProperty(name, "").strip();
        if (value.isEmpty()) throw new IOException("mail.properties does not say \"" + name + "\".");
        return value;
    }

    private static int port(String text) throws IOException {
        if (!text.strip().matches("[0-9]{1,5}")) throw new IOException("mail.properties: the port is not a number.");
        return Integer.parseInt(text.strip());
    }
}
