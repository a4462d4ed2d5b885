package org.muniment.archive;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Java's own Ed25519, with one pair of keys and a memory of what is valid: a story verifies each of its checkpoints
/// dozens of times, and that would be nine tenths of its time. What is not known is computed each time.
final class RememberingProvider extends Provider implements AutoCloseable {
    private static final int REMEMBERED_MAX = 20_000;
    private static final Map<String, Boolean> VALID = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_MAX;
        }
    });

    private static final KeyPair PAIR = pair();

    RememberingProvider() {
        super("Remembering", "1", "Ed25519 with a memory");
        putService(new Service(this, "KeyPairGenerator", "Ed25519", OnePair.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new OnePair();
            }
        });
        putService(
                new Service(
                        this,
                        "Signature",
                        "Ed25519",
                        Remembering.class.getName(),
                        null,
                        Map.of("SupportedKeyClasses", "")) {
                    @Override
                    public Object newInstance(Object parameter) {
                        return new Remembering();
                    }

                    @Override
                    public boolean supportsParameter(Object key) {
                        return true;
                    }
                });
        Security.insertProviderAt(this, 1);
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519", Security.getProvider("SunEC"))
                    .generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class OnePair extends KeyPairGeneratorSpi {
        @Override
        public void initialize(int size, SecureRandom random) {}

        @Override
        public void initialize(AlgorithmParameterSpec parameters, SecureRandom random) {}

        @Override
        public KeyPair generateKeyPair() {
            return PAIR;
        }
    }

    private static final class Remembering extends SignatureSpi {
        private final Signature real;
        private PublicKey key = PAIR.getPublic();
        private boolean isOwn;
        private byte[] text = new byte[0];

        Remembering() {
            try {
                real = Signature.getInstance("Ed25519", Security.getProvider("SunEC"));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
            real.initVerify(publicKey);
            key = publicKey;
        }

        @Override
        protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
            real.initSign(privateKey);
            key = PAIR.getPublic();
            isOwn = Arrays.equals(privateKey.getEncoded(), PAIR.getPrivate().getEncoded());
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            engineUpdate(new byte[] {b}, 0, 1);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            int end = text.length;
            text = Arrays.copyOf(text, end + length);
            System.arraycopy(bytes, offset, text, end, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            byte[] signed = takeText();
            real.update(signed);
            byte[] signature = real.sign();
            if (isOwn) VALID.put(claim(signed, signature), true);
            return signature;
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            byte[] signed = takeText();
            if (VALID.containsKey(claim(signed, signature))) return true;
            real.update(signed);
            boolean valid = real.verify(signature);
            if (valid) VALID.put(claim(signed, signature), true);
            return valid;
        }

        private byte[] takeText() {
            byte[] taken = text;
            text = new byte[0];
            return taken;
        }

        private String claim(byte[] signed, byte[] signature) {
            return Stream.of(key.getEncoded(), signed, signature)
                    .map(Base64.getEncoder()::encodeToString)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
