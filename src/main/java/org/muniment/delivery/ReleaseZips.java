package org.muniment.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.production.ReleasePackage;
import org.springframework.stereotype.Component;

/// These are the packages of releases on the disk, each for as long as a link leads to it.
@Component
final class ReleaseZips {
    private final DeliveryFolders folders;

    ReleaseZips(DeliveryFolders folders) {
        this.folders = folders;
    }

    /// Packs what was finalised. Throws [org.muniment.production.ReleaseRefused] if it is not that any more.
    ReleasePackage.Packed pack(Delivery delivery, String manifestSha256, Optional<Passphrase> passphrase)
            throws IOException {
        var opened = ReleasePackage.of(folders.packageOf(delivery.id()), manifestSha256);
        var inWork = folders.zipInWork(delivery.id());
        try {
            Files.delete(inWork);
            if (passphrase.isEmpty()) opened.zip(inWork, delivery.preparedAt());
            else EncryptedZip.write(opened.files(), passphrase.get(), inWork, delivery.preparedAt());
            var packed = ReleasePackage.measured(inWork);
            Files.move(inWork, folders.zip(delivery.id(), packed.sha256()), StandardCopyOption.REPLACE_EXISTING);
            return packed;
        } finally {
            Files.deleteIfExists(inWork);
        }
    }

    /// Deletes the packages that no link leads to any more. Two links may lead to the same bytes.
    ///
    /// @param links all those to the release
    void keepOnlyReachable(DeliveryId id, List<HandOver> links, Instant now) {
        var reachable = reachable(id, links, now);
        try {
            for (var link : links) {
                var zip = folders.zip(id, link.sha256());
                if (!reachable.contains(zip)) Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes, while nobody packs, what the server's end left: packages half made, those that no link came
    /// to, and those whose links have expired.
    void sweep(DeliveryId id, List<HandOver> links, Instant now) {
        var reachable = reachable(id, links, now);
        try {
            for (var zip : folders.zips(id)) if (!reachable.contains(zip)) Files.delete(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Path> reachable(DeliveryId id, List<HandOver> links, Instant now) {
        return links.stream()
                .filter(link -> link.worksAt(now))
                .map(link -> folders.zip(id, link.sha256()))
                .collect(Collectors.toSet());
    }
}
