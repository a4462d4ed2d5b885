package org.muniment.law;

/// This is one of those whose law is here.
///
/// @param name as people say it, such as Connecticut
/// @param lawName the name of its law on public records
public record Jurisdiction(JurisdictionId id, String name, String lawName, Provision provision) {
    static Jurisdiction of(LawRow row) {
        return new Jurisdiction(row.provision().jurisdiction(), row.text("name"), row.text("lawName"), row.provision());
    }
}
