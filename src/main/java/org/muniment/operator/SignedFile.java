package org.muniment.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file that a signed note answers for, and whether it is as it was signed.
record SignedFile(String name, State state) {
    private static final Pattern LINE =
            Pattern.compile("(?<sha256>[0-9a-f]{64}) {2}(?<name>[^/\\\\\\x00-\\x1f]{1,255})");
    private static final String MANIFEST = "manifest.json";

    enum State {
        AS_SIGNED,
        CHANGED,
        MISSING,
        /// It lies in the folder of a release, and no signature answers for it.
        UNSIGNED
    }

    /// Looks at every file that a text in the format of `sha256sum` names, beside a note; a manifest that is
    /// as it was signed answers for the files that it lists. Only plain names are looked at: a note leads
    /// nowhere else.
    static List<SignedFile> besides(Path note, String text) throws IOException {
        Path folder = note.toAbsolutePath().resolveSibling("");
        List<SignedFile> files = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) throw new NoteIsNotBelieved("The note has a line that names no file: " + line);
            SignedFile file = look(folder, found.group("name"), found.group("sha256"));
            files.add(file);
            if (file.equals(new SignedFile(MANIFEST, State.AS_SIGNED))) files.addAll(listed(folder));
        }
        if (files.stream().anyMatch(one -> one.name().equals(MANIFEST))) files.addAll(unsigned(note, folder, files));
        if (files.isEmpty()) throw new NoteIsNotBelieved("The note is signed, but names no file.");
        return files;
    }

    private static List<SignedFile> listed(Path folder) throws IOException {
        try {
            List<SignedFile> files = new ArrayList<>();
            JsonNode manifest =
                    JsonMapper.shared().readTree(folder.resolve(MANIFEST).toFile());
            for (JsonNode one : manifest.path("files")) {
                String line =
                        one.path("sha256").asString() + "  " + one.path("name").asString();
                Matcher found = LINE.matcher(line);
                if (!found.matches()) throw new NoteIsNotBelieved("The manifest lists what is no file: " + line);
                files.add(look(folder, found.group("name"), found.group("sha256")));
            }
            return files;
        } catch (JacksonException unreadable) {
            throw new NoteIsNotBelieved("The manifest is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    private static List<SignedFile> unsigned(Path note, Path folder, List<SignedFile> signed) throws IOException {
        Set<String> names = signed.stream().map(SignedFile::name).collect(Collectors.toSet());
        names.add(note.getFileName().toString());
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .map(name -> new SignedFile(name, State.UNSIGNED))
                    .toList();
        }
    }

    private static SignedFile look(Path folder, String name, String sha256) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return new SignedFile(name, State.MISSING);
        return new SignedFile(name, sha256.equals(sha256(file)) ? State.AS_SIGNED : State.CHANGED);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                var digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
