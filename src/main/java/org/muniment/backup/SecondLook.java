package org.muniment.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.StoreCopy;

/// Reads again, at each backup, a thirtieth of what older backups copied, and compares it with the list: a copy
/// that rots on its medium is found while there is an original to put in its place. After thirty backups each
/// file was read once.
///
/// @param backup the folder of the backup
/// @param damaged takes each segment that was damaged already when it was copied
record SecondLook(Path backup, Path dataFolder, Consumer<CopiedFile> damaged) {
    /// Where the next look begins. Nobody signs it: at worst some files are read twice.
    static final String PLACE = "BACKUP.looked";

    private static final int ROUNDS = 30;
    private static final int PLACE_BYTES_MAX = 1 << 14;

    /// Returns a sentence for each copy that is not what was backed up.
    List<String> at(List<CopiedFile> older) throws IOException {
        List<CopiedFile> files =
                older.stream().sorted(Comparator.comparing(this::path)).toList();
        if (files.isEmpty()) return List.of();
        long share = Math.ceilDiv(files.stream().mapToLong(CopiedFile::bytes).sum(), ROUNDS);
        int next = beginning(files);
        List<String> found = new ArrayList<>();
        long read = 0;
        for (int done = 0; done < files.size() && read < share; done++) {
            CopiedFile file = files.get(next);
            if (!isAsListed(file.file(), file)) found.add(mended(file));
            else if (!file.isDamaged() && !StoreCopy.isAsSealed(file.file())) found.add(rotten(file));
            read += file.bytes();
            next = (next + 1) % files.size();
        }
        CopiedFile.write(backup.resolve(PLACE), path(files.get(next)).getBytes(StandardCharsets.UTF_8));
        return found;
    }

    private String path(CopiedFile file) {
        return backup.relativize(file.file()).toString();
    }

    private int beginning(List<CopiedFile> files) throws IOException {
        Path place = backup.resolve(PLACE);
        if (!Files.isRegularFile(place) || Files.size(place) > PLACE_BYTES_MAX) return 0;
        String from = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
        for (int i = 0; i < files.size(); i++) if (path(files.get(i)).compareTo(from) >= 0) return i;
        return 0;
    }

    private static boolean isAsListed(Path place, CopiedFile listed) {
        try {
            return CopiedFile.onDisk(place).sha256().equals(listed.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String rotten(CopiedFile file) {
        damaged.accept(file);
        return file.file() + " does not hash to what it was sealed with: its original was damaged when it was copied."
                + " It is copied again by the next backup that finds the original as it was sealed.";
    }

    private String mended(CopiedFile file) throws IOException {
        Path original = dataFolder.resolve(path(file));
        if (!isAsListed(original, file))
            return file.file() + " is no longer what was backed up, and neither is " + original
                    + ": take the file from another backup, and look at both disks.";
        CopiedFile.of(original, file.file());
        Files.setLastModifiedTime(file.file(), Files.getLastModifiedTime(original));
        return file.file() + " was no longer what was backed up: its disk gave other bytes than were written to it."
                + " It was copied anew; rehearse this backup, and look at that disk.";
    }
}
