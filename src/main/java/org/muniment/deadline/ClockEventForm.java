package org.muniment.deadline;

import java.time.LocalDate;
import java.util.Optional;

/// What the page sends of something that happened to a request.
///
/// @param kind `extend`, `toll`, `resume`, `close`, `notice` or `answer`
/// @param on the day it happened
/// @param days of an extension, if fewer than the law gives
/// @param reason of a stop: one of the law's; of a closed day: in words
record ClockEventForm(
        Optional<String> kind,
        Optional<LocalDate> on,
        Optional<Integer> days,
        Optional<String> reason,
        Optional<String> note) {

    private static final int REASON_LENGTH_MAX = 120;

    ClockEvent event() {
        LocalDate day = on.orElseThrow(() -> new EventIsRefused("Say on which day it happened."));
        if (reason.filter(words -> words.length() > REASON_LENGTH_MAX).isPresent())
            throw new EventIsRefused("A reason is at most 120 characters long. Shorten it.");
        return switch (kind.orElse("")) {
            case "extend" -> new ClockEvent.Extended(day, days);
            case "toll" -> new ClockEvent.Tolled(day, reason);
            case "resume" -> new ClockEvent.Resumed(day);
            case "close" -> new ClockEvent.Closed(day, reason.orElse(""));
            case "notice" -> new ClockEvent.ThirdPartyNotified(day);
            case "answer" -> new ClockEvent.Answered(day);
            default -> throw new EventIsRefused("Say what happened: choose one from the list.");
        };
    }
}
