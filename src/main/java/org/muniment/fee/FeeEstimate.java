package org.muniment.fee;

import java.time.Instant;

/// This is what a request was thought to cost before the work, as a letter may say it.
///
/// @param told the lines and the total as they were reckoned then
public record FeeEstimate(long id, FeeSample sample, FeeTold told, String madeBy, Instant madeAt) {}
