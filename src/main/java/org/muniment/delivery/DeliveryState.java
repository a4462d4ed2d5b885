package org.muniment.delivery;

import java.time.Instant;
import org.muniment.access.PersonId;
import org.muniment.archive.AccessionNumber;

/// This is where a release stands.
sealed interface DeliveryState {
    Instant since();

    Kind kind();

    /// The states by name.
    enum Kind {
        PREPARING,
        PREPARED,
        FAILED,
        VOID,
        FINALISED,
        RECALLED
    }

    /// Its pages are being printed and read back.
    record Preparing(Instant since) implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.PREPARING;
        }
    }

    /// It waits for a second person.
    record Prepared(Instant since, String manifestSha256) implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.PREPARED;
        }
    }

    /// Nothing came of it.
    record Failed(Instant since, String why) implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /// It was prepared, and may not go out any more.
    record Voided(Instant since, String why) implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.VOID;
        }
    }

    /// A second person has finalised it: it may be handed over.
    record Finalised(Instant since, String manifestSha256, PersonId by, String byName, AccessionNumber logEntry)
            implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.FINALISED;
        }
    }

    /// It had gone out, or could have, and should not have.
    record Recalled(Instant since, String reason, String byName, Finalised before, AccessionNumber logEntry)
            implements DeliveryState {
        @Override
        public Kind kind() {
            return Kind.RECALLED;
        }
    }
}
