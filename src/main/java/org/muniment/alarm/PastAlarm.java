package org.muniment.alarm;

import java.time.Instant;
import java.util.Optional;

/// This is an alarm that was raised, whether it stands or not.
///
/// @param endedAt when it was settled or a person acknowledged it; absent while it stands
/// @param times how often it was raised
public record PastAlarm(AlarmKind kind, String sentence, Instant raisedAt, Optional<Instant> endedAt, int times) {}
