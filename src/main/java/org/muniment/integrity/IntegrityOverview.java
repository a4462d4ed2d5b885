package org.muniment.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is what the page, the tool and an auditor see of the checks: when each level was last made and is due, what
/// runs now, the reports kept.
///
/// @param reports newest first
/// @param mayStart whether who asked may start one
public record IntegrityOverview(
        List<LevelDue> levels, Optional<RunningCheck> running, List<FiledCheck> reports, boolean mayStart) {
    /// When one level was last made and is due.
    ///
    /// @param dueAt from when on it is made by itself while the server runs
    /// @param every how often, in words
    public record LevelDue(String level, String every, Optional<FiledCheck> last, Instant dueAt) {}
}
