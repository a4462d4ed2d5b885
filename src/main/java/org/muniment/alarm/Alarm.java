package org.muniment.alarm;

import java.time.Instant;

/// This is one thing an operator must act on, as the health page and the tool show it.
///
/// @param id number to acknowledge it by
/// @param kind what happened, in general
/// @param sentence what happened, in particular
/// @param raisedAt when it was first raised
/// @param lastRaisedAt when it was last raised again
/// @param times how often it was raised, at least 1
public record Alarm(long id, AlarmKind kind, String sentence, Instant raisedAt, Instant lastRaisedAt, int times) {}
