package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/// A PKCS#11 token that was logged in to, by the provider that Java has. Which module is loaded is said by the
/// environment alone: whoever can change the data folder must not choose what runs.
final class Token {
    private static final String PROVIDER = "SunPKCS11";
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*name\\s*=");
    private static final int KEY_BITS = 256;
    /// What a key is that the provider makes: nobody reads it, not even who has the PIN.
    private static final String ATTRIBUTES = """

            attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_ENCRYPT = true
              CKA_DECRYPT = true
            }
            """;

    private final Provider provider;
    private final KeyStore keys;
    private final String name;
    private final Optional<String> serial;
    private final Map<String, SecretKey> found = new ConcurrentHashMap<>();

    private Token(Provider provider, KeyStore keys, String name, Optional<String> serial) {
        this.provider = provider;
        this.keys = keys;
        this.name = name;
        this.serial = serial;
    }

    /// Sends the PIN only to the token with the serial number that is expected, if one is. Throws [TokenIsMissing].
    static Token open(Path configuration, Passphrase pin, TokenSerial.Known known) throws IOException {
        Provider provider = configured(configuration);
        Optional<String> serial = TokenSerial.of(configuration);
        known.require(configuration, serial);
        String name = configuration.toString();
        try {
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, pin.characters());
            return new Token(provider, keys, name, serial);
        } catch (IOException refused) {
            if (PinIsWrong.isReason(refused)) throw new PinIsWrong(name, pin, refused);
            throw TokenIsMissing.doesNotAnswer(name, refused);
        } catch (GeneralSecurityException | ProviderException absent) {
            throw TokenIsMissing.isConfiguredWrongly(configuration, absent);
        }
    }

    private static Provider configured(Path configuration) throws IOException {
        try {
            String text = Files.readString(configuration);
            String named = NAME.matcher(text).find() ? text : "name = Muniment\n" + text;
            Provider builtIn = Security.getProvider(PROVIDER);
            if (builtIn == null) throw new ProviderException("this Java has no module jdk.crypto.cryptoki");
            return builtIn.configure("--" + named + ATTRIBUTES);
        } catch (IOException | InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw TokenIsMissing.isConfiguredWrongly(configuration, e);
        }
    }

    Optional<String> serial() {
        return serial;
    }

    /// Makes a key that stays in the token. One that is there under this label stays: it may be another copy's.
    void make(String label) throws IOException {
        try {
            if (keys.containsAlias(label)) throw TokenIsMissing.has(name, label);
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(KEY_BITS);
            keys.setKeyEntry(label, generator.generateKey(), null, null);
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenIsMissing.doesNotAnswer(name, e);
        }
        SecretKey made = find(label).orElseThrow(() -> TokenIsMissing.lacks(name, label));
        if (made.getEncoded() != null)
            throw TokenIsMissing.doesNotAnswer(name, new ProviderException("it gives its keys away"));
    }

    /// Returns the labels of the keys that begin so.
    List<String> labels(String beginning) throws IOException {
        try {
            var labels = new ArrayList<>(Collections.list(keys.aliases()));
            labels.removeIf(label -> !label.startsWith(beginning));
            return labels;
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenIsMissing.doesNotAnswer(name, e);
        }
    }

    /// Returns a cipher of single blocks under one of its keys.
    Cipher cipher(String label, int mode) throws IOException, GeneralSecurityException {
        SecretKey key = find(label).orElseThrow(() -> TokenIsMissing.lacks(name, label));
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", provider);
        cipher.init(mode, key);
        return cipher;
    }

    private Optional<SecretKey> find(String label) throws IOException {
        SecretKey known = found.get(label);
        if (known != null) return Optional.of(known);
        try {
            if (!(keys.getKey(label, null) instanceof SecretKey key)) return Optional.empty();
            found.put(label, key);
            return Optional.of(key);
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenIsMissing.doesNotAnswer(name, e);
        }
    }

    void delete(String label) throws IOException {
        try {
            found.remove(label);
            if (keys.containsAlias(label)) keys.deleteEntry(label);
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenIsMissing.doesNotAnswer(name, e);
        }
    }
}
