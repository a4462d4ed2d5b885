package org.muniment.settings;

/// When a release of records needs the approval of somebody besides the two who make it.
public enum ReleaseApproval {
    /// Where somebody asked for it.
    WHERE_ASKED,
    /// Always: nobody finalises a release without it.
    ALWAYS
}
