package org.muniment.privilege;

import java.time.Instant;
import org.muniment.archive.AccessionNumber;

/// One message released by counsel.
record PrivilegeRelease(long id, AccessionNumber accession, String reason, String releasedBy, Instant releasedAt) {}
