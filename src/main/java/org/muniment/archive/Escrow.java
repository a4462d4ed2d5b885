package org.muniment.archive;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// This is the root keys of an archive, sealed to a second person, so that the loss of the keystore is not that of the
/// mail.
public final class Escrow {
    private final EscrowContent content;

    private Escrow(EscrowContent content) {
        this.content = content;
    }

    /// What was sealed.
    ///
    /// @param sha256 of the file, in hexadecimal
    public record Sealed(String holder, String certificate, String sha256, List<List<Integer>> roots) {}

    /// Seals all versions of the root keys of these stores into a new file. The log of each says so before a byte of
    /// it is written, and where that fails nothing stays. Throws [EscrowIsRefused], [FileAlreadyExistsException].
    public static Sealed seal(List<RootKeys> stores, EscrowHolder holder, Path out, Instant now, SecureRandom random)
            throws IOException {
        holder.requireUsable(now);
        if (Files.exists(out)) throw new FileAlreadyExistsException(out.toString());
        List<EscrowContent.Part> parts = new ArrayList<>();
        for (RootKeys store : stores) parts.add(store.escrowPart());
        byte[] file = EscrowFile.sealed(
                lines(parts, holder, now), new EscrowContent(parts).encoded(random), holder.certificate());
        String sha256 = StoreIdentity.sha256(file);
        Path draft = out.resolveSibling(out.getFileName() + ".unfinished");
        Files.deleteIfExists(draft);
        try {
            // A medium that takes no file is found out before the log names one.
            Files.createFile(draft);
            for (int i = 0; i < stores.size(); i++)
                stores.get(i).escrowed(parts.get(i).vault(), holder, sha256);
            write(draft, file);
            Files.move(draft, out);
            DurableFiles.forceFolder(DurableFiles.folderOf(out));
        } finally {
            Files.deleteIfExists(draft);
        }
        if (!MessageDigest.isEqual(Files.readAllBytes(out), file))
            throw new EscrowIsRefused(out + " is not what was written into it. Use another medium, and seal again.");
        return new Sealed(
                holder.name(),
                holder.fingerprint(),
                sha256,
                parts.stream()
                        .map(part -> List.copyOf(part.vault().rootVersions()))
                        .toList());
    }

    /// Without permissions of its own, which the file system of a memory stick refuses: what is in it is sealed.
    private static void write(Path draft, byte[] file) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, ByteBuffer.wrap(file), 0);
            channel.force(true);
        }
    }

    private static List<String> lines(List<EscrowContent.Part> parts, EscrowHolder holder, Instant now) {
        List<String> lines = new ArrayList<>();
        for (EscrowContent.Part part : parts)
            lines.add("archive " + part.origin() + ", root keys "
                    + part.vault().rootVersions().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        lines.add("holder " + holder.name());
        lines.add("certificate " + holder.fingerprint());
        lines.add("made " + now);
        return lines;
    }

    /// Opens a file with the holder's key (PEM). Throws [EscrowIsRefused].
    public static Escrow open(byte[] file, byte[] holderKey) throws IOException {
        return new Escrow(EscrowContent.read(EscrowFile.opened(file, key(holderKey))));
    }

    private static PrivateKey key(byte[] pem) throws IOException {
        try (var parser = new PEMParser(new StringReader(new String(pem, StandardCharsets.ISO_8859_1)))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                if (next instanceof PrivateKeyInfo info) return new JcaPEMKeyConverter().getPrivateKey(info);
                if (next instanceof PEMKeyPair pair)
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
            }
        } catch (IOException e) {
            throw noKey(e);
        }
        throw noKey(new IOException("nothing in it is a key without a passphrase"));
    }

    private static EscrowIsRefused noKey(IOException e) {
        return new EscrowIsRefused(
                "The file named with --key holds no private key that can be read (PEM, without a passphrase). For a key"
                        + " with one: `openssl pkey -in HOLDER.pem -out PLAIN.pem`, and destroy PLAIN.pem afterwards.",
                e);
    }

    /// Gives the store in a folder its keystore back, under the passphrase in its file; where there is none, one is
    /// made. Every key of the key table was opened on return. Returns the versions of its root key then, none if
    /// nothing was lost; empty if this escrow has none of its keys. Throws [EscrowIsRefused].
    public Optional<List<Integer>> giveBack(Path dataFolder, ArchiveSettings settings) throws IOException {
        var layout = new StoreLayout(dataFolder.toAbsolutePath());
        if (!Files.exists(layout.identity()))
            throw new EscrowIsRefused("There is no " + layout.identity()
                    + ": put the folder back from a backup first, then open the escrow. Nothing was changed.");
        var identity = StoreIdentity.read(layout);
        for (EscrowContent.Part part : content.parts())
            if (part.storeId().equals(identity.storeId()))
                return Optional.of(new LostKeystore(layout, identity, settings).giveBack(part));
        return Optional.empty();
    }

    /// Writes the keystores into a folder, as a restore looks for them there, under the passphrase in its file; where
    /// there is none, one is made. Returns where that is. Throws [FileAlreadyExistsException].
    public String writeKeystores(Path folder, ArchiveSettings settings) throws IOException {
        List<Path> places = List.of(folder, folder.resolve("audit"));
        for (Path place : places) {
            Path keystore = new StoreLayout(place.toAbsolutePath()).keystore();
            if (Files.exists(keystore)) throw new FileAlreadyExistsException(keystore.toString());
        }
        var passphrase =
                Passphrase.toCreate(settings, content.parts().getFirst().storeId(), settings.random());
        for (int i = 0; i < content.parts().size(); i++) {
            var layout = new StoreLayout(places.get(i).toAbsolutePath());
            DurableFiles.makeFolder(layout.keys());
            DurableFiles.replace(
                    layout.keystore(),
                    content.parts().get(i).vault().under(passphrase).encoded());
        }
        return passphrase.place();
    }

    /// Returns the names of the logs whose keys are in it.
    public List<String> origins() {
        return content.parts().stream().map(EscrowContent.Part::origin).toList();
    }
}
