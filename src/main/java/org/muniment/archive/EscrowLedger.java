package org.muniment.archive;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Adds up what the log says of copies of the root keys. A holder's statement counts if their signature is right; that
/// the archive wrote it down is not enough.
final class EscrowLedger {
    private final Map<Place, EscrowCopy> copies = new LinkedHashMap<>();
    private final Map<String, String> certificates = new LinkedHashMap<>();
    private final Consumer<String> findings;

    private record Place(int root, String holder) {}

    private EscrowLedger(Consumer<String> findings) {
        this.findings = findings;
    }

    /// Returns every copy there is or was, the oldest first.
    ///
    /// @param findings is told of statements that nobody signed
    static List<EscrowCopy> of(List<EscrowBook.Noted> events, Consumer<String> findings) {
        var ledger = new EscrowLedger(findings);
        for (EscrowBook.Noted noted : events)
            switch (noted.event()) {
                case EscrowEvent.Escrowed it -> ledger.sealed(noted.entry(), it);
                case EscrowEvent.Destroyed it -> ledger.attested(noted.entry(), it);
                case EscrowEvent.RootDestroyed _ -> {}
            }
        return List.copyOf(ledger.copies.values());
    }

    private void sealed(long entry, EscrowEvent.Escrowed it) {
        var place = new Place(it.root(), it.holder());
        EscrowCopy before = copies.get(place);
        List<EscrowCopy.Sealing> sealings = new ArrayList<>();
        if (before != null && !before.isAttested()) sealings.addAll(before.sealings());
        sealings.add(new EscrowCopy.Sealing(entry, it.fileSha256()));
        copies.put(place, new EscrowCopy(it.root(), it.holder(), it.name(), sealings, false));
        certificates.put(it.holder(), it.certificate());
    }

    private void attested(long entry, EscrowEvent.Destroyed it) {
        EscrowCopy copy = copies.get(new Place(it.root(), it.holder()));
        try {
            if (copy == null || copy.isAttested())
                throw new EscrowIsRefused("Nothing of this version was sealed to them.");
            EscrowAttestation.read(Base64.getDecoder().decode(it.signed()), holder(it.holder()))
                    .requireAbout(copy);
            copies.put(
                    new Place(it.root(), it.holder()),
                    new EscrowCopy(it.root(), it.holder(), it.name(), copy.sealings(), true));
        } catch (EscrowIsRefused | IllegalArgumentException notSigned) {
            findings.accept("entry " + entry + " says that " + it.name() + " attests that version " + it.root()
                    + " of the root key is destroyed, and they did not sign that: " + notSigned.getMessage());
        }
    }

    private EscrowHolder holder(String fingerprint) {
        var holder = EscrowHolder.of(Base64.getDecoder().decode(certificates.getOrDefault(fingerprint, "")));
        if (!holder.fingerprint().equals(fingerprint))
            throw new EscrowIsRefused("The log holds another certificate than it names.");
        return holder;
    }
}
