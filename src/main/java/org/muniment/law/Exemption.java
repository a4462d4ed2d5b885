package org.muniment.law;

import java.util.Optional;

/// This is one ground in law to withhold something.
///
/// @param code as it is printed in the box, such as 1-210(b)(2)
/// @param boxLabel at most 28 characters, for a box or a menu
/// @param longLabel what it covers, in a sentence
/// @param until the event that ends it, if [#timeLimit] says so
/// @param offerInMenu whether anybody may choose it; if not, [#notOfferedBecause] says why
public record Exemption(
        Provision provision,
        String code,
        String boxLabel,
        String longLabel,
        Mode mode,
        Test test,
        TimeLimit timeLimit,
        Optional<String> until,
        Optional<RequiredSubfield> requiredSubfield,
        Optional<ExtraDocument> extraDocument,
        boolean offerInMenu,
        Optional<String> notOfferedBecause) {

    /// Whether the city has a choice.
    public enum Mode {
        MANDATORY,
        DISCRETIONARY,
        /// As the other law or privilege says that has to be named with it.
        DEPENDS
    }

    /// What has to be weighed before it holds.
    public enum Test {
        NONE,
        /// The interest in withholding against the interest in knowing.
        BALANCING,
        /// Whether disclosure would do the harm the statute names.
        HARM
    }

    /// Whether it ends.
    public enum TimeLimit {
        NONE,
        UNTIL_EVENT
    }

    /// What must be named with it, in so many words, or it says too little.
    public enum RequiredSubfield {
        STATUTE,
        PRIVILEGE,
        STATUTE_OR_PRIVILEGE,
        REASONS
    }

    /// What must exist beside the release.
    public enum ExtraDocument {
        SWORN_STATEMENT,
        CERTIFICATION,
        THIRD_PARTY_NOTICE,
        APPROVAL
    }

    public ProvisionId id() {
        return provision.id();
    }

    static Exemption of(LawRow row) {
        return new Exemption(
                row.provision(),
                row.text("code"),
                row.text("boxLabel"),
                row.text("longLabel"),
                row.findChoice("mode", Mode.class).orElseThrow(),
                row.findChoice("test", Test.class).orElse(Test.NONE),
                row.findText("until").isPresent() ? TimeLimit.UNTIL_EVENT : TimeLimit.NONE,
                row.findText("until"),
                row.findChoice("requiredSubfield", RequiredSubfield.class),
                row.findChoice("extraDocument", ExtraDocument.class),
                row.findText("notOfferedBecause").isEmpty(),
                row.findText("notOfferedBecause"));
    }
}
