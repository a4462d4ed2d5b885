package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.SignedNote;

/// This is what a backup says about itself, signed with the key of the mail's log. It is written
/// last: a backup without it is half a backup.
///
/// @param mail origin of the log of the mail, and how many entries the backup has
/// @param audit the same of the audit trail; empty if none was begun
/// @param listSha256 hash of the list of all files
public record BackupNote(
        Instant madeAt, LogName mail, Optional<LogName> audit, long files, long bytes, String listSha256) {
    static final String NAME = "BACKUP";
    private static final int FORMAT = 1;
    private static final Pattern FIRST = Pattern.compile("muniment backup v([0-9]{1,6})\n.*", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("""
            muniment backup v1
            made (\\S{1,40})
            mail (\\S{1,300}) ([0-9]{1,18})
            audit (?:none|(\\S{1,300}) ([0-9]{1,18}))
            files ([0-9]{1,18}) ([0-9]{1,18})
            list sha256 ([0-9a-f]{64})
            """);

    /// A log, and how many of its entries there are.
    public record LogName(String origin, long entries) {
        @Override
        public String toString() {
            return origin + " " + entries;
        }
    }

    String text() {
        return """
                muniment backup v%d
                made %s
                mail %s
                audit %s
                files %d %d
                list sha256 %s
                """.formatted(
                        FORMAT, madeAt, mail, audit.map(LogName::toString).orElse("none"), files, bytes, listSha256);
    }

    /// Returns the note of the backup in a folder, with its signatures, which are not yet believed. Throws
    /// [BackupIsUnusable] where there is none, [FormatIsNewer] for one that this program does not know.
    static SignedNote read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isDirectory(folder)) throw BackupIsUnusable.isNone(folder);
        if (!Files.exists(file))
            throw Files.exists(folder.resolve(BackupList.NAME)) || Files.exists(folder.resolve(Backup.STAGED))
                    ? BackupIsUnusable.isHalf(folder)
                    : BackupIsUnusable.isNone(folder);
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(file));
            Matcher first = FIRST.matcher(note.text());
            if (first.matches() && Integer.parseInt(first.group(1)) > FORMAT)
                throw new FormatIsNewer(file.toString(), Integer.parseInt(first.group(1)), FORMAT);
            return note;
        } catch (NoteIsMalformed damaged) {
            throw damaged(file, String.valueOf(damaged.getMessage()));
        }
    }

    static BackupNote parse(Path folder, SignedNote signed) {
        Matcher found = TEXT.matcher(signed.text());
        if (!found.matches()) throw damaged(folder.resolve(NAME), "it does not say what a backup says");
        try {
            return new BackupNote(
                    Instant.parse(found.group(1)),
                    new LogName(found.group(2), Long.parseLong(found.group(3))),
                    Optional.ofNullable(found.group(4))
                            .map(origin -> new LogName(origin, Long.parseLong(found.group(5)))),
                    Long.parseLong(found.group(6)),
                    Long.parseLong(found.group(7)),
                    found.group(8));
        } catch (DateTimeException wrong) {
            throw damaged(folder.resolve(NAME), String.valueOf(wrong.getMessage()));
        }
    }

    private static BackupIsUnusable damaged(Path file, String reason) {
        return BackupIsUnusable.says(
                file + " is damaged: " + reason + ". The files beside it may be whole: `sha256sum -c " + BackupList.NAME
                        + "` tells which. Take another backup, if there is one.");
    }
}
