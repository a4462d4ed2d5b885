package org.muniment.access;

/// This is what a person may do here. Reading mail and running the machine are never the same person's by one role.
public enum Role {
    /// Answers records requests: searches, reads, releases.
    RECORDS_OFFICER(true),
    /// Reads what a records officer assigns.
    REVIEWER(true),
    /// Corporation Counsel: holds, privilege, and the second person for every role that reads mail.
    COUNSEL(true),
    /// Runs the archive and its people; cannot read mail.
    ADMINISTRATOR(false),
    /// Sees everything about access and nothing of content.
    AUDITOR(false),
    /// The named authority whose approval the city's policy asks for.
    APPROVER(false);

    private final boolean readsMail;

    Role(boolean readsMail) {
        this.readsMail = readsMail;
    }

    public boolean readsMail() {
        return readsMail;
    }
}
