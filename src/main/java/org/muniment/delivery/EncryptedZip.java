package org.muniment.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.AESExtraDataRecord;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.muniment.production.ReleaseRefused;

/// This is a package that only whoever has the passphrase can open: ZIP with AES-256 (WinZip's AE-2), as 7-Zip and
/// others open it. Names and sizes of the files can be read without it; they say nothing of content.
final class EncryptedZip {
    private EncryptedZip() {}

    /// Writes every file, then reads each back with the passphrase and compares it.
    static void write(List<Path> files, Passphrase passphrase, Path zip, Instant releasedAt) throws IOException {
        char[] password = passphrase.text().toCharArray();
        try (var out = new ZipOutputStream(Files.newOutputStream(zip), password)) {
            for (var file : files) {
                out.putNextEntry(parameters(file, releasedAt));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        check(files, password, zip);
    }

    private static ZipParameters parameters(Path file, Instant releasedAt) {
        var parameters = new ZipParameters();
        parameters.setFileNameInZip(file.getFileName().toString());
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setLastModifiedFileTime(releasedAt.toEpochMilli());
        return parameters;
    }

    private static void check(List<Path> files, char[] password, Path zip) throws IOException {
        try (var read = new ZipFile(zip.toFile(), password)) {
            boolean isSame = read.getFileHeaders().size() == files.size();
            for (var file : files) {
                var entry = read.getFileHeader(file.getFileName().toString());
                isSame = isSame && entry != null && isEncrypted(entry) && isSame(read, entry, file);
            }
            if (!isSame) throw new ReleaseRefused("Read back, the encrypted ZIP does not hold what was put into it.");
        }
    }

    private static boolean isEncrypted(FileHeader entry) {
        AESExtraDataRecord aes = entry.getAesExtraDataRecord();
        return entry.isEncrypted() && aes != null && aes.getAesKeyStrength() == AesKeyStrength.KEY_STRENGTH_256;
    }

    private static boolean isSame(ZipFile zip, FileHeader entry, Path file) throws IOException {
        try (InputStream packed = zip.getInputStream(entry);
                InputStream plain = Files.newInputStream(file)) {
            byte[] one = new byte[1 << 16];
            byte[] other = new byte[1 << 16];
            while (true) {
                int count = packed.readNBytes(one, 0, one.length);
                if (count != plain.readNBytes(other, 0, other.length)) return false;
                if (count == 0) return true;
                if (!Arrays.equals(one, 0, count, other, 0, count)) return false;
            }
        }
    }
}
