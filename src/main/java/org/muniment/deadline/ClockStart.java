package org.muniment.deadline;

import java.time.LocalDateTime;
import java.util.Optional;
import org.muniment.law.JurisdictionId;

/// This is when and under whose law a request's clock began.
///
/// @param request its number
/// @param receivedAt by the clock on the city's wall
/// @param office where it arrived, as the settings name it; absent: the city's only rules are the
/// statute's
/// @param isAppeal whether it is the appeal against an answer
public record ClockStart(
        long request,
        JurisdictionId jurisdiction,
        LocalDateTime receivedAt,
        Optional<String> office,
        boolean isAppeal) {}
