package org.muniment.deadline;

import java.time.LocalDate;
import java.util.Optional;

/// This is something that happened to a request and that its clock may have to know.
public sealed interface ClockEvent {
    LocalDate on();

    /// Returns the word for it at the operator's tool and in rows, such as `extend`.
    default String word() {
        return switch (this) {
            case Extended _ -> "extend";
            case Tolled _ -> "toll";
            case Resumed _ -> "resume";
            case Closed _ -> "close";
            case ThirdPartyNotified _ -> "notice";
            case Answered _ -> "answer";
        };
    }

    /// The written notice of an extension went out, or the petition for one.
    ///
    /// @param days how many days were taken; absent: as many as the law gives
    record Extended(LocalDate on, Optional<Integer> days) implements ClockEvent {}

    /// The requester was asked something, and the clock stands still until the answer.
    ///
    /// @param reason which of the law's reasons, such as `information` or `fee`; absent: the first
    record Tolled(LocalDate on, Optional<String> reason) implements ClockEvent {}

    /// The requester's answer arrived.
    record Resumed(LocalDate on) implements ClockEvent {}

    /// The office was closed unexpectedly.
    record Closed(LocalDate on, String reason) implements ClockEvent {}

    /// Somebody whom the records are about was notified, where the law then gives a longer time.
    record ThirdPartyNotified(LocalDate on) implements ClockEvent {}

    /// The city's answer went out; what runs from it, runs.
    record Answered(LocalDate on) implements ClockEvent {}
}
