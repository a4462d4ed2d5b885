package org.muniment.law;

import java.util.List;

/// This is what the law says about saying no.
///
/// @param mustSay what a denial has to say, if that is its topic
public record Denial(Provision provision, Topic topic, List<String> mustSay) {
    public Denial {
        mustSay = List.copyOf(mustSay);
    }

    /// What a row about denials is about.
    public enum Topic {
        CONTENT,
        FORM,
        SILENCE
    }

    static Denial of(LawRow row) {
        return new Denial(row.provision(), row.findChoice("topic", Topic.class).orElseThrow(), row.texts("mustSay"));
    }
}
