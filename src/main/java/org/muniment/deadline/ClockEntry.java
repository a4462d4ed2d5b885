package org.muniment.deadline;

import java.time.Instant;

/// This is one event of a request's clock as it was written down.
public record ClockEntry(long id, ClockEvent event, String note, String addedBy, Instant addedAt) {}
