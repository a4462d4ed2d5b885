package org.muniment.detection;

import org.muniment.law.Exemption;
import org.muniment.law.Standing;

/// This is a ground to look at for a kind of personal data: a suggestion, never a statement of law.
///
/// @param reason why, in the words of the law's data
/// @param standing how far the city may rely on the exemption's row on the day asked about
public record CandidateExemption(Exemption exemption, String reason, Standing standing) {}
