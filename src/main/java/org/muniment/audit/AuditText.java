package org.muniment.audit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Purpose;
import org.muniment.access.Role;
import org.muniment.archive.LifecycleEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Entries as the JSON that the audit log keeps, encrypted: `act`, `actor` (`person`, `name`, `roles`), `purpose`
/// (`kind`, `reference`), `what`, `messages`, `from`, `when`.
final class AuditText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditText() {}

    static LifecycleEvent of(AuditEntry entry, Instant when) {
        ObjectNode text = JSON.createObjectNode();
        text.put("act", entry.act().name());
        ObjectNode actor = text.putObject("actor");
        actor.put("person", entry.actor().person().number());
        actor.put("name", entry.actor().name());
        var roles = actor.putArray("roles");
        names(entry.actor().roles()).forEach(roles::add);
        entry.purpose().ifPresent(stated -> {
            ObjectNode purpose = text.putObject("purpose");
            purpose.put("kind", stated.kind().name());
            purpose.put("reference", stated.reference());
        });
        text.put("what", entry.what());
        var messages = text.putArray("messages");
        entry.messages().forEach(message -> messages.add(message.index()));
        text.put("from", entry.actor().from());
        text.put("when", when.toString());
        return new LifecycleEvent(kind(entry.act()), JSON.writeValueAsString(text));
    }

    private static String kind(Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> names(Set<Role> roles) {
        return roles.isEmpty()
                ? List.of()
                : EnumSet.copyOf(roles).stream().map(Role::name).toList();
    }

    /// Reads an entry. One that this program did not write becomes a row that says so: the trail has no gaps.
    static AuditRow row(long number, Instant at, LifecycleEvent event) {
        try {
            JsonNode text = JSON.readTree(event.body());
            JsonNode actor = text.path("actor");
            return new AuditRow(
                    number,
                    at,
                    text.path("act").asString(),
                    actor.path("person").asLong(),
                    actor.path("name").asString(""),
                    actor.path("roles").valueStream().map(JsonNode::asString).collect(Collectors.joining(" ")),
                    purpose(text.path("purpose")),
                    text.path("what").asString(""),
                    text.path("messages").valueStream().map(JsonNode::asLong).toList(),
                    text.path("from").asString(""));
        } catch (JacksonException | IllegalArgumentException unknown) {
            return AuditRow.unreadable(number, at);
        }
    }

    private static Optional<Purpose> purpose(JsonNode purpose) {
        if (purpose.isMissingNode()) return Optional.empty();
        return Optional.of(new Purpose(
                Purpose.Kind.valueOf(purpose.path("kind").asString()),
                purpose.path("reference").asString()));
    }
}
