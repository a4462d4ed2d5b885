package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is who holds copies of an archive's root keys, by its log, and which disk may have old ones.
public final class Escrows {
    private static final Logger LOG = LoggerFactory.getLogger(Escrows.class);

    private final OpenedStore store;
    private final EscrowBook book;
    private final Consumer<LifecycleEvent> log;
    private volatile Supplier<Optional<String>> diskBehind = Optional::empty;

    Escrows(OpenedStore store, Consumer<LifecycleEvent> log) {
        this.store = store;
        this.book = new EscrowBook(store);
        this.log = log;
    }

    /// Returns every copy there is or was, the oldest first.
    public List<EscrowCopy> copies() throws IOException {
        return copies(book.events());
    }

    private static List<EscrowCopy> copies(List<EscrowBook.Noted> events) {
        return EscrowLedger.of(events, unsigned -> LOG.error("A statement does not count: {}", unsigned));
    }

    /// Returns the versions of the root key that nobody else holds.
    public List<Integer> missing() throws IOException {
        Set<Integer> missing = new TreeSet<>(store.ring().vault().rootVersions());
        for (EscrowCopy copy : copies()) if (!copy.isAttested()) missing.remove(copy.root());
        return List.copyOf(missing);
    }

    /// Returns the versions that the log, from its beginning, says are destroyed.
    Set<Integer> destroyedRoots() throws IOException {
        return book.fromTheLog().stream()
                .map(EscrowBook.Noted::event)
                .filter(EscrowEvent.RootDestroyed.class::isInstance)
                .map(EscrowEvent::root)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Names who knows of a second copy of the data folder: as long as that is behind, it has the keys of before.
    public void andDiskBehind(Supplier<Optional<String>> behind) {
        diskBehind = behind;
    }

    /// Returns who could still open what older versions than this one opened. That it is nobody, the log says from its
    /// beginning on.
    List<String> outstanding(int before) throws IOException {
        Optional<String> disk = diskBehind.get();
        List<String> known = outstanding(before, copies());
        if (known.isEmpty() && disk.isEmpty()) known = outstanding(before, copies(book.fromTheLog()));
        return Stream.concat(known.stream(), disk.stream()).toList();
    }

    private static List<String> outstanding(int before, List<EscrowCopy> copies) {
        return holders(copies.stream().filter(copy -> copy.root() < before && !copy.isAttested()))
                .toList();
    }

    List<String> attested(int before) throws IOException {
        return holders(copies().stream().filter(copy -> copy.root() < before && copy.isAttested()))
                .toList();
    }

    private static Stream<String> holders(Stream<EscrowCopy> copies) {
        return copies.map(copy -> copy.who() + ", version " + copy.root()).distinct();
    }

    /// Writes down that somebody holds these versions.
    void write(Iterable<Integer> roots, EscrowHolder holder, String fileSha256) {
        String certificate = Base64.getEncoder().encodeToString(holder.encoded());
        for (int root : roots)
            log.accept(new EscrowEvent.Escrowed(root, holder.fingerprint(), holder.name(), fileSha256, certificate)
                    .written());
    }

    /// Returns the text that a holder signs. Throws [EscrowIsRefused] if they hold no such version.
    public EscrowAttestation attestation(EscrowHolder holder, int root, String date) throws IOException {
        EscrowCopy copy = held(holder, root);
        return new EscrowAttestation(store.identity().origin(), root, copy.holder(), copy.sealings(), date);
    }

    /// Writes down that the holder attests, with what they signed, that no copy of this version is left with them.
    /// Throws [EscrowIsRefused].
    public EscrowAttestation attest(EscrowHolder holder, int root, byte[] signed, String today) throws IOException {
        EscrowCopy copy = held(holder, root);
        var attestation = EscrowAttestation.read(signed, holder);
        attestation.requireOf(store.identity().origin(), copy, today);
        log.accept(
                new EscrowEvent.Destroyed(root, holder.fingerprint(), holder.name(), EscrowAttestation.base64(signed))
                        .written());
        return attestation;
    }

    private EscrowCopy held(EscrowHolder holder, int root) throws IOException {
        List<String> held = new ArrayList<>();
        for (EscrowCopy copy : copies()) {
            if (copy.isAttested()) continue;
            if (copy.root() == root && copy.holder().equals(holder.fingerprint())) return copy;
            held.add(copy.who() + " holds version " + copy.root());
        }
        throw new EscrowIsRefused("By the log " + holder.name() + " holds no version " + root
                + " of the root key that is not attested already. "
                + (held.isEmpty() ? "Nobody holds any." : String.join("; ", held) + "."));
    }
}
