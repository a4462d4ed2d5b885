package org.muniment.archive;

/// The archive takes nothing more until a person has looked (SMTP 421). What it holds can be read.
public final class ArchiveIsReadOnly extends ArchiveRefusal {
    ArchiveIsReadOnly(String reason) {
        super("The archive is read-only: " + reason);
    }
}
