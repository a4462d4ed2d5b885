package org.muniment.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.CopiedFile;

/// The list of all files of a backup with their hashes, as `sha256sum -c` reads it. Tiles of a log
/// are not in it: the root that was signed answers for them. A comment names each file whose original was damaged
/// when it was copied.
record BackupList(Path folder, Map<String, CopiedFile> files) {
    static final String NAME = "BACKUP.sha256";
    private static final String DAMAGED = "# damaged when it was copied: ";
    private static final Pattern LINE =
            Pattern.compile("(?<sha256>[0-9a-f]{64}) {2}(?<path>[^\\x00-\\x1f\\\\]{1,4000})");

    static BackupList of(Path folder, Collection<CopiedFile> files) {
        Map<String, CopiedFile> sorted = new TreeMap<>();
        for (CopiedFile file : files) sorted.put(folder.relativize(file.file()).toString(), file);
        return new BackupList(folder, new LinkedHashMap<>(sorted));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        files.forEach((path, file) -> {
            text.append(file.sha256()).append("  ").append(path).append('\n');
            if (file.isDamaged()) text.append(DAMAGED).append(path).append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    long totalBytes() {
        return files.values().stream().mapToLong(CopiedFile::bytes).sum();
    }

    /// Reads the list of a backup, which must have the hash that its note names. A file that is missing
    /// or has become shorter is found when it is copied.
    static BackupList read(Path folder, String sha256) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) throw BackupIsUnusable.isHalf(folder);
        if (!CopiedFile.read(file).sha256().equals(sha256))
            throw BackupIsUnusable.says(file + " is not the list that " + BackupNote.NAME
                    + " was signed for: the backup is half one and half another. Make it again, or take another one.");
        Map<String, CopiedFile> files = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(DAMAGED)) {
                files.computeIfPresent(line.substring(DAMAGED.length()), (_, its) -> its.damaged());
                continue;
            }
            Matcher found = LINE.matcher(line);
            Path path = found.matches() ? folder.resolve(found.group("path")).normalize() : folder;
            // One spelling only: nothing that leads out of the folder, or out of the one it is restored to.
            if (!found.matches()
                    || !path.startsWith(folder)
                    || !folder.relativize(path).toString().equals(found.group("path")))
                throw BackupIsUnusable.says(file + " has a line that names no file of the backup: " + line);
            long bytes = Files.exists(path) ? Files.size(path) : 0;
            files.put(found.group("path"), new CopiedFile(path, bytes, found.group("sha256")));
        }
        return new BackupList(folder, files);
    }

    Optional<CopiedFile> known(Path file) {
        return Optional.ofNullable(files.get(folder.relativize(file).toString()));
    }
}
