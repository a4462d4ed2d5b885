package org.muniment.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        Set<String> reachable = links.stream()
                .filter(link -> link.worksAt(now))
                .map(HandOver::sha256)
                .collect(Collectors.toSet());
        try {
            for (var link : links)
                if (!reachable.contains(link.sha256())) Files.deleteIfExists(folders.zip(id, link.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
