package org.muniment.archive;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the log says of copies of the root keys outside the archive.
sealed interface EscrowEvent {
    String ESCROWED = "escrowed";
    String ESCROW_DESTROYED = "escrow-destroyed";
    JsonMapper JSON = JsonMapper.builder().build();

    int root();

    /// A version of the root key was sealed to somebody's certificate.
    ///
    /// @param holder SHA-256 of the certificate, in hexadecimal
    /// @param name whom the certificate names
    /// @param fileSha256 of the file that it is sealed in
    /// @param certificate the holder's, DER as base64
    record Escrowed(int root, String holder, String name, String fileSha256, String certificate)
            implements EscrowEvent {
        LifecycleEvent written() {
            var to = JSON.createObjectNode();
            to.put("root", root).put("holder", holder).put("name", name).put("fileSha256", fileSha256);
            to.put("certificate", certificate);
            return new LifecycleEvent(ESCROWED, JSON.writeValueAsString(to));
        }
    }

    /// The holder attests that no copy of it is left with them.
    ///
    /// @param signed what the holder signed, CMS with the text in it, as base64
    record Destroyed(int root, String holder, String name, String signed) implements EscrowEvent {
        LifecycleEvent written() {
            var to = JSON.createObjectNode();
            to.put("root", root).put("holder", holder).put("name", name).put("signed", signed);
            return new LifecycleEvent(ESCROW_DESTROYED, JSON.writeValueAsString(to));
        }
    }

    /// The archive's own copy is destroyed, or about to be.
    record RootDestroyed(int root) implements EscrowEvent {}

    /// Returns what an event says of them; empty if it is of something else.
    static Optional<EscrowEvent> of(LifecycleEvent event) {
        try {
            return switch (event.kind()) {
                case ESCROWED -> {
                    JsonNode from = JSON.readTree(event.body());
                    yield Optional.of(new Escrowed(
                            from.path("root").asInt(),
                            from.path("holder").asString(),
                            from.path("name").asString(),
                            from.path("fileSha256").asString(),
                            from.path("certificate").asString()));
                }
                case ESCROW_DESTROYED -> {
                    JsonNode from = JSON.readTree(event.body());
                    yield Optional.of(new Destroyed(
                            from.path("root").asInt(),
                            from.path("holder").asString(),
                            from.path("name").asString(),
                            from.path("signed").asString()));
                }
                case RootKeys.DESTROYED ->
                    Optional.of(new RootDestroyed(
                            JSON.readTree(event.body()).path("root").asInt()));
                default -> Optional.empty();
            };
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }
}
