package org.muniment.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.archive.Archive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This is a prepared release on its way out: looked at once more, signed, packed.
public final class ReleasePackage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    private ReleasePackage(Path folder) {
        this.folder = folder;
    }

    /// Opens what was prepared. Throws [ReleaseRefused] unless the folder holds the manifest of that hash, each file it
    /// lists with its hash, and nothing else (but its signature).
    public static ReleasePackage of(Path folder, String manifestSha256) throws IOException {
        var manifest = folder.resolve(Production.MANIFEST);
        if (!Files.isRegularFile(manifest) || !Digests.sha256Hex(manifest).equals(manifestSha256))
            throw changed(Production.MANIFEST);
        Set<String> listed = new TreeSet<>(Set.of(Production.MANIFEST));
        for (JsonNode file : JSON.readTree(manifest).path("files")) {
            var name = file.path("name").asString();
            var found = folder.resolve(name);
            if (!Files.isRegularFile(found)
                    || !Digests.sha256Hex(found).equals(file.path("sha256").asString())) throw changed(name);
            listed.add(name);
        }
        for (var name : names(folder))
            if (!listed.contains(name) && !name.equals(Production.SIGNATURE)) throw changed(name);
        return new ReleasePackage(folder);
    }

    /// Signs the manifest with the archive's key: from here on anybody can check that the city released exactly this.
    public void sign(Archive archive) throws IOException {
        var manifest = Press.measured(folder.resolve(Production.MANIFEST));
        var note = "%s/release/v1\n%s  %s\n".formatted(archive.origin(), manifest.sha256(), manifest.name());
        Files.writeString(
                folder.resolve(Production.SIGNATURE), archive.sign(note).toString());
    }

    /// Takes the signature away again, if what it was for did not happen.
    public void unsign() throws IOException {
        Files.deleteIfExists(folder.resolve(Production.SIGNATURE));
    }

    public boolean isSigned() {
        return Files.isRegularFile(folder.resolve(Production.SIGNATURE));
    }

    /// All files as one ZIP, read back. The same files and time are the same bytes.
    public Packed zip(Path zip, Instant releasedAt) throws IOException {
        requireSigned();
        ReleaseZip.write(folder, zip, releasedAt);
        return measured(zip);
    }

    /// The files, in order of name.
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (var name : names(folder)) files.add(folder.resolve(name));
        return files;
    }

    public static Packed measured(Path file) throws IOException {
        return new Packed(Files.size(file), Digests.sha256Hex(file));
    }

    /// How large a package is, and its SHA-256 in hexadecimal.
    public record Packed(long sizeBytes, String sha256) {}

    private void requireSigned() {
        if (!isSigned()) throw new ReleaseRefused("A release that no second person finalised is not packed.");
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static ReleaseRefused changed(String name) {
        return new ReleaseRefused("The file " + name + " is not what was prepared. Prepare the release again.");
    }
}
