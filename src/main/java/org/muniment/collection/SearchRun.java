package org.muniment.collection;

import java.time.Instant;

/// This is one run of a saved search: who counted, when, and what.
record SearchRun(long id, String by, Instant at, RunCounts counts) {}
