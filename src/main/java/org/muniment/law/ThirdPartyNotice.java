package org.muniment.law;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// This is somebody the law wants told before, or after, something is released.
///
/// @param exemptions the grounds that set it off; none: see the row's words
public record ThirdPartyNotice(
        Provision provision, String to, String when, List<Wait> waits, List<ProvisionId> exemptions) {
    public ThirdPartyNotice {
        waits = List.copyOf(waits);
        exemptions = List.copyOf(exemptions);
    }

    /// What is waited for, and how long.
    public record Wait(String what, int days, Counted counted) {}

    static ThirdPartyNotice of(LawRow row) {
        return new ThirdPartyNotice(
                row.provision(),
                row.text("to"),
                row.text("when"),
                row.body()
                        .path("waits")
                        .valueStream()
                        .map(wait -> wait(row.provision(), wait))
                        .toList(),
                row.texts("exemptions").stream().map(ProvisionId::new).toList());
    }

    private static Wait wait(Provision provision, JsonNode wait) {
        LawRow part = new LawRow(provision, wait);
        return new Wait(
                part.text("what"),
                part.number("days"),
                part.findChoice("counted", Counted.class).orElseThrow());
    }
}
