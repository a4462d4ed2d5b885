package org.muniment.integrity;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.muniment.archive.IntegrityReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This is the report of one check, as it is signed and kept.
///
/// @param level quick, scrub, full or third-party
/// @param startedAt RFC 3339, UTC; in the first reports ever made the same as the end
/// @param checked entries of both logs that were looked at
/// @param findings one sentence for each thing that is wrong, with its place
/// @param remarks how it was checked, and what was not
public record CheckReport(
        boolean ok,
        String level,
        Instant startedAt,
        Instant endedAt,
        long checked,
        List<String> findings,
        List<String> remarks) {
    public static CheckReport of(IntegrityReport report, Instant startedAt, Instant endedAt) {
        return new CheckReport(
                report.ok(),
                report.level().word(),
                startedAt,
                endedAt,
                report.checked(),
                report.findings(),
                report.remarks());
    }

    /// Reads a report as it was kept; those of before said less.
    static CheckReport parse(String json, Instant keptAt) {
        JsonNode said = JsonMapper.shared().readTree(json);
        return new CheckReport(
                said.path("ok").asBoolean(),
                said.path("level").asString(),
                instant(said, "startedAt", keptAt),
                instant(said, "endedAt", keptAt),
                said.path("checked").asLong(),
                sentences(said.path("findings")),
                sentences(said.path("remarks")));
    }

    private static Instant instant(JsonNode said, String name, Instant orElse) {
        return said.has(name) ? Instant.parse(said.get(name).asString()) : orElse;
    }

    private static List<String> sentences(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
