package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is sealed in a file of escrow, as JSON: the keystore of each store, under a passphrase that is there alone.
record EscrowContent(List<Part> parts) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PASSPHRASE_BYTES = 32;

    /// The keys of one store.
    record Part(StoreId storeId, String origin, KeyVault vault) {}

    byte[] encoded(SecureRandom random) {
        byte[] secret = new byte[PASSPHRASE_BYTES];
        random.nextBytes(secret);
        String passphrase = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var to = JSON.createObjectNode().put("format", 1).put("passphrase", passphrase);
        var stores = to.putArray("stores");
        for (Part part : parts)
            stores.addObject()
                    .put("id", part.storeId.hex())
                    .put("origin", part.origin)
                    .put(
                            "keystore",
                            Base64.getEncoder()
                                    .encodeToString(part.vault
                                            .under(Passphrase.inEscrow(passphrase))
                                            .encoded()));
        return JSON.writeValueAsString(to).getBytes(StandardCharsets.UTF_8);
    }

    static EscrowContent read(byte[] content) throws IOException {
        try {
            JsonNode from = JSON.readTree(content);
            if (from.path("format").asInt() > 1)
                throw new EscrowIsRefused("The escrow is of a later format: use the version of Muniment that made it,"
                        + " or a later one. Nothing was changed.");
            Passphrase passphrase = Passphrase.inEscrow(from.path("passphrase").asString());
            List<Part> parts = new ArrayList<>();
            for (JsonNode store : from.path("stores")) {
                byte[] keystore =
                        Base64.getDecoder().decode(store.path("keystore").asString());
                parts.add(new Part(
                        new StoreId(store.path("id").asString()),
                        store.path("origin").asString(),
                        KeyVault.opened(keystore, Path.of("the escrow"), passphrase, RootPlace.KEYSTORE)));
            }
            return new EscrowContent(List.copyOf(parts));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new EscrowIsRefused("What is sealed in the file are no keys of an archive. Nothing was changed.", e);
        }
    }
}
