package org.muniment.law;

/// This is what the law wants to be seen where something was withheld.
///
/// @param amountMustShow whether the amount withheld has to be stated
/// @param atThePlace whether exemption and amount belong at the place itself, where that can be done
public record MarkingRule(Provision provision, boolean amountMustShow, boolean atThePlace) {
    static MarkingRule of(LawRow row) {
        return new MarkingRule(row.provision(), row.is("amountMustShow"), row.is("atThePlace"));
    }
}
