package org.muniment.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.law.Provision;

/// This is something an officer may want to do to a clock: what the law says about it, and whether it
/// knows it at all.
///
/// @param kind of the event, such as `extend`
/// @param reason of a stop
/// @param words what it is called
/// @param isKnown whether the law knows it; if not, `plain` and `citation` say what it says instead
/// @param daysMax of an extension
record ClockAct(
        String kind,
        Optional<String> reason,
        String words,
        boolean isKnown,
        Optional<Integer> daysMax,
        String plain,
        String citation) {

    static List<ClockAct> all(ClockRules rules) {
        List<ClockAct> acts = new ArrayList<>();
        for (ClockRules.Extension extension : rules.extensions())
            acts.add(act("extend", extensionWords(extension), extension.provision(), Optional.of(extension.daysMax())));
        rules.noExtension().ifPresent(rule -> acts.add(unknown("extend", "An extension", rule)));
        for (ClockRules.Toll toll : rules.tolls())
            acts.add(new ClockAct(
                    "toll",
                    Optional.of(toll.reason()),
                    "Clock stopped: " + toll.words(),
                    true,
                    Optional.empty(),
                    toll.provision().plain(),
                    toll.provision().citation()));
        rules.noToll().ifPresent(rule -> acts.add(unknown("toll", "A stop of the clock", rule)));
        rules.noticed()
                .ifPresent(rule -> acts.add(act(
                        "notice",
                        "Notice given to those whom the records are about",
                        rule.provision(),
                        Optional.empty())));
        return List.copyOf(acts);
    }

    private static String extensionWords(ClockRules.Extension extension) {
        return extension.petitionWithin().isPresent() ? "Petition for more time filed" : "Notice of an extension given";
    }

    private static ClockAct act(String kind, String words, Provision rule, Optional<Integer> daysMax) {
        return new ClockAct(kind, Optional.empty(), words, true, daysMax, rule.plain(), rule.citation());
    }

    private static ClockAct unknown(String kind, String words, Provision rule) {
        return new ClockAct(kind, Optional.empty(), words, false, Optional.empty(), rule.plain(), rule.citation());
    }

    /// A sentence for the timeline.
    static String told(ClockEvent event) {
        String day = Words.day(event.on());
        return switch (event) {
            case ClockEvent.Extended _ -> "More time was taken by written notice or petition on " + day + ".";
            case ClockEvent.Tolled _ ->
                "The requester was asked on " + day + "; the clock stands still until the answer.";
            case ClockEvent.Resumed _ -> "The requester's answer arrived on " + day + "; the clock runs again.";
            case ClockEvent.Closed closed -> "The office was closed on " + day + ": " + closed.reason() + ".";
            case ClockEvent.ThirdPartyNotified _ -> "Those whom the records are about were notified on " + day + ".";
            case ClockEvent.Answered _ -> "The city answered on " + day + ".";
        };
    }
}
