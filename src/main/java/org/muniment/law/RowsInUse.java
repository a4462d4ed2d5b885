package org.muniment.law;

import java.util.Set;

/// This is what knows which rows open requests rest on: whoever keeps such a thing answers, and all
/// answers count.
public interface RowsInUse {
    Set<ProvisionId> inUse();
}
