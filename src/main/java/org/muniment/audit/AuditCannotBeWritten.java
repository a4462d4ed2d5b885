package org.muniment.audit;

/// An entry could not be forced to disk, so what it was to say must not happen.
public final class AuditCannotBeWritten extends RuntimeException {
    AuditCannotBeWritten(Throwable cause) {
        super(
                "This was not done, because it could not be written down in the audit trail. Tell whoever looks after"
                        + " the server: the audit folder's disk is full or broken, or its log is damaged.",
                cause);
    }
}
