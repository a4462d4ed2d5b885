package org.muniment.detection;

/// This is personal data that a reviewer might withhold: a finding, and the part of the message it stands in. Part and
/// code points are those of a place mark (docs/redaction-marks.md).
public record Suggestion(String part, Finding finding) {}
