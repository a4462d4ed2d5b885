package org.muniment.message;

import java.util.Optional;

/// This is one recipient as a journal report names it: `expanded` is the list the recipient was reached
/// through, `forwarded` the mailbox that forwarded to it.
public record JournalRecipient(Role role, String address, Optional<String> expanded, Optional<String> forwarded) {
    /// This is how a journal report says the recipient was addressed. RECIPIENT: the server could not tell.
    public enum Role {
        TO,
        CC,
        BCC,
        RECIPIENT
    }
}
