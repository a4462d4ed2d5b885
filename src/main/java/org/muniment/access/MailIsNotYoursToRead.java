package org.muniment.access;

import org.springframework.http.HttpStatus;

/// The person is signed in, in roles of which none reads mail.
public final class MailIsNotYoursToRead extends AccessRefused {
    public MailIsNotYoursToRead() {
        super(
                HttpStatus.FORBIDDEN,
                "mail-is-not-yours-to-read",
                "Mail is not yours to read",
                "Your roles do not read mail. Records officers, reviewers and counsel do; if you should be one of them,"
                        + " ask an administrator for the role, which counsel must confirm.");
    }
}
