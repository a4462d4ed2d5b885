package org.muniment.people;

import org.jspecify.annotations.Nullable;

/// What a form sent here must have.
final class Form {
    private Form() {}

    /// Refuses a form on which something is missing.
    static void complete(@Nullable Object... fields) {
        for (Object field : fields) {
            if (field == null) throw new EntryIsWrong("Something is missing. Fill in the whole form.");
        }
    }
}
