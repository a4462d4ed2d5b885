package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/// Root keys in a token, which is shared by all copies of an archive: each key has a label of its own, and is known by
/// what it opens. The keystore beside them holds the log's key and a check value of each root; it is locked by what a
/// root key unwraps.
final class TokenRoots implements RootPlace {
    private static final String USE = "the keystore beside a token";
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,8})-.*");
    private static final int LABEL_RANDOM_BYTES = 8;

    private final TokenLogin token;
    private final StoreId storeId;
    private final Passphrase lock;
    /// The root keys that open what the store has, by their versions.
    private final Map<Integer, TokenRoot> needed;
    private final Set<Integer> lacking = new ConcurrentSkipListSet<>();

    private TokenRoots(TokenLogin token, StoreId storeId, Passphrase lock, Map<Integer, TokenRoot> needed) {
        this.token = token;
        this.storeId = storeId;
        this.lock = lock;
        this.needed = new ConcurrentHashMap<>(needed);
    }

    /// Makes what a new store needs, before its keystore.
    static TokenRoots create(StoreLayout layout, StoreId storeId, TokenLogin token, SecureRandom random)
            throws IOException {
        byte[] key = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(key);
        SecretKey secrets = Primitives.aesKey(key);
        TokenRoot first = made(token, storeId, KeyVault.FIRST_ROOT, random);
        StoreSecrets.keep(layout, secrets, KeyVault.FIRST_ROOT, first);
        new TokenMarker(storeId).write(layout);
        return new TokenRoots(token, storeId, lock(secrets), Map.of(KeyVault.FIRST_ROOT, first));
    }

    /// Finds the keys that open the secrets and a row of each version. Throws [TokenIsMissing].
    static TokenRoots open(StoreLayout layout, StoreId storeId, TokenLogin token, List<KeyTable.Row> rows)
            throws IOException {
        if (!TokenMarker.read(layout).storeId().equals(storeId))
            throw new StoreIsDamaged(layout.token() + " is that of another store" + KeyTable.RESTORE);
        StoreSecrets kept = StoreSecrets.read(layout);
        Map<Integer, TokenRoot> needed = new ConcurrentHashMap<>();
        TokenRoot first = opening(token, storeId, kept.rootVersion(), kept.key());
        needed.put(kept.rootVersion(), first);
        for (KeyTable.Row row : rows)
            if (!needed.containsKey(row.keyVersion()))
                needed.put(row.keyVersion(), opening(token, storeId, row.keyVersion(), row.key()));
        return new TokenRoots(token, storeId, lock(kept.unwrapped(layout, first)), needed);
    }

    private static TokenRoot opening(TokenLogin token, StoreId storeId, int version, WrappedKey wrapped)
            throws IOException {
        List<TokenRoot> candidates = named(token, storeId, version);
        for (TokenRoot candidate : candidates) if (candidate.unwrapped(wrapped).isPresent()) return candidate;
        String label = label(storeId, version);
        throw candidates.isEmpty()
                ? TokenIsMissing.lacks(token.name(), label)
                : TokenIsMissing.isAnother(token.name(), label);
    }

    /// Returns the keys of this version that any copy of the archive made.
    private static List<TokenRoot> named(TokenLogin token, StoreId storeId, int version) throws IOException {
        List<TokenRoot> named = new ArrayList<>();
        for (String label : token.ask(it -> it.labels(label(storeId, version)))) named.add(TokenRoot.of(token, label));
        return named;
    }

    private static TokenRoot made(TokenLogin token, StoreId storeId, int version, SecureRandom random)
            throws IOException {
        byte[] own = new byte[LABEL_RANDOM_BYTES];
        random.nextBytes(own);
        String label = label(storeId, version) + HexFormat.of().formatHex(own);
        token.ask(it -> {
            it.make(label);
            return label;
        });
        return TokenRoot.of(token, label);
    }

    private static Passphrase lock(SecretKey secrets) {
        byte[] key = StoreSecrets.derived(secrets, USE).getEncoded();
        return Passphrase.inToken(HexFormat.of().formatHex(key));
    }

    private static String label(StoreId storeId, int version) {
        return "muniment-" + storeId.hex() + "-root-" + version + "-";
    }

    @Override
    public RootKey make(int version, SecureRandom random) throws IOException {
        // The first one is there: what locks the keystore is wrapped by it.
        TokenRoot first = needed.get(version);
        return first != null ? first : made(token, storeId, version, random);
    }

    @Override
    public Optional<TokenRoot> read(int version, SecretKey entry) throws IOException {
        TokenRoot opens = needed.get(version);
        if (opens != null) return Optional.of(opens);
        for (TokenRoot root : named(token, storeId, version)) if (root.isStoodForBy(entry)) return Optional.of(root);
        lacking.add(version);
        return Optional.empty();
    }

    @Override
    public Map<Integer, ? extends RootKey> needed() {
        return needed;
    }

    @Override
    public void forget(int version) {
        needed.remove(version);
        lacking.remove(version);
    }

    @Override
    public void destroy(String label) throws IOException {
        token.delete(label);
    }

    /// Returns the labels of the keys older than a version that the token has now, of whatever copy.
    List<String> labelsBefore(int version) throws IOException {
        String all = "muniment-" + storeId.hex() + "-root-";
        List<String> older = new ArrayList<>(token.labelsNow(all));
        older.removeIf(label -> {
            Matcher named = VERSION.matcher(label.substring(all.length()));
            return !named.matches() || Integer.parseInt(named.group(1)) >= version;
        });
        return older;
    }

    /// Returns the versions that the keystore names and the token does not have; nothing needs them.
    Set<Integer> lacking() {
        return Set.copyOf(lacking);
    }

    @Override
    public Passphrase lock(Passphrase pin) {
        return lock;
    }
}
