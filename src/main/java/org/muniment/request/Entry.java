package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import org.muniment.access.Actor;
import org.muniment.law.JurisdictionId;

/// This is what the city adds to an intake: under which law, entered by whom and when.
record Entry(JurisdictionId jurisdiction, LocalDate lawOn, Actor by, Instant at) {}
