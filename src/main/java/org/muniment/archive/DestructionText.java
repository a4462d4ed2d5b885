package org.muniment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the log says of destructions, as JSON.
final class DestructionText {
    private static final String AUTHORISED = "destruction-authorised";
    private static final String BEGUN = "destruction-begun";
    private static final String STOPPED = "destruction-stopped";
    private static final String HELD_AND_GONE = "destruction-of-held";
    private static final String KEYS_DESTROYED = "keys-destroyed";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DestructionText() {}

    static LifecycleEvent of(DestructionEvent event) {
        ObjectNode to = JSON.createObjectNode();
        String kind = switch (event) {
            case DestructionEvent.Authorised it -> {
                to.put("batch", it.batch()).put("formSha256", it.formSha256());
                to.put("captures", it.captures().toString());
                to.put("repetitions", it.repetitions().toString()).put("heldAsOf", it.heldAsOf());
                yield AUTHORISED;
            }
            case DestructionEvent.Begun it -> {
                to.put("authorisation", it.authorisation().index());
                to.put("records", it.records().toString());
                yield BEGUN;
            }
            case DestructionEvent.Stopped it -> {
                to.put("authorisation", it.authorisation().index());
                to.put("held", it.held().toString());
                yield STOPPED;
            }
            case DestructionEvent.HeldAndGone it -> {
                to.put("authorisation", it.authorisation().index());
                to.put("held", it.held().toString());
                yield HELD_AND_GONE;
            }
            case DestructionEvent.KeysDestroyed it -> {
                to.put("authorisation", it.authorisation().index()).put("rootVersion", it.rootVersion());
                var holders = to.putArray("attestedBy");
                it.attestedBy().forEach(holders::add);
                yield KEYS_DESTROYED;
            }
        };
        return new LifecycleEvent(kind, JSON.writeValueAsString(to));
    }

    static Optional<DestructionEvent> read(LifecycleEvent event) {
        try {
            return switch (event.kind()) {
                case AUTHORISED -> Optional.of(authorised(JSON.readTree(event.body())));
                case BEGUN -> Optional.of(begun(JSON.readTree(event.body())));
                case STOPPED -> Optional.of(stopped(JSON.readTree(event.body())));
                case HELD_AND_GONE -> Optional.of(heldAndGone(JSON.readTree(event.body())));
                case KEYS_DESTROYED -> Optional.of(keysDestroyed(JSON.readTree(event.body())));
                default -> Optional.empty();
            };
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static DestructionEvent authorised(JsonNode from) {
        return new DestructionEvent.Authorised(
                from.path("batch").asString(),
                from.path("formSha256").asString(),
                ranges(from, "captures"),
                ranges(from, "repetitions"),
                from.path("heldAsOf").asLong());
    }

    private static DestructionEvent begun(JsonNode from) {
        return new DestructionEvent.Begun(authorisation(from), ranges(from, "records"));
    }

    private static DestructionEvent stopped(JsonNode from) {
        return new DestructionEvent.Stopped(authorisation(from), ranges(from, "held"));
    }

    private static DestructionEvent heldAndGone(JsonNode from) {
        return new DestructionEvent.HeldAndGone(authorisation(from), ranges(from, "held"));
    }

    private static DestructionEvent keysDestroyed(JsonNode from) {
        List<String> holders = new ArrayList<>();
        from.path("attestedBy").forEach(holder -> holders.add(holder.asString()));
        return new DestructionEvent.KeysDestroyed(
                authorisation(from), from.path("rootVersion").asInt(), holders);
    }

    private static AccessionNumber authorisation(JsonNode from) {
        return new AccessionNumber(from.path("authorisation").asLong());
    }

    private static AccessionRanges ranges(JsonNode from, String name) {
        return AccessionRanges.parse(from.path(name).asString());
    }
}
