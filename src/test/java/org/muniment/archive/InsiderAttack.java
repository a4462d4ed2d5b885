package org.muniment.archive;

import java.util.List;

/// What somebody with the keys might do, and which check tells of it.
///
/// @param says words of the finding, refusal or alarm
record InsiderAttack(String name, String does, Check check, String says, Act act) {
    interface Act {
        void of(Insider insider, InsiderStore store) throws Exception;
    }

    enum Check {
        OPENING("opening the store: it refuses, or is read-only with an alarm"),
        QUICK("`verify --level quick`"),
        SCRUB("`verify --level scrub`"),
        FULL("`verify --level full`"),
        NEXT_FULL("the second `verify --level full`; the first says that it only went on"),
        THIRD_PARTY("`verify --level third-party` on a copy"),
        ANCHORS("`verify --level full`, anchors"),
        ALARM("the alarm CLOCK_JUMPED"),
        VERIFY_NOTE("`verify-note` on the report"),
        OUTSIDE("**outside only**: `anchor --compare` with a checkpoint kept elsewhere");

        private final String words;

        Check(String words) {
            this.words = words;
        }
    }

    /// Its row in docs/insider-attacks.md.
    String row(int number) {
        return "| %02d | %s | %s | %s | %s |".formatted(number, name, does, check.words, says);
    }

    boolean isCaughtIn(List<String> said) {
        return said.stream().anyMatch(sentence -> sentence.contains(says));
    }
}
