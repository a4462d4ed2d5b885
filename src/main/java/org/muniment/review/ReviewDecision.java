package org.muniment.review;

import java.time.LocalDate;
import java.util.List;

/// This is what was decided about one item of a review.
public sealed interface ReviewDecision {
    Kind kind();

    /// The decisions by name.
    enum Kind {
        UNDECIDED,
        NOT_RESPONSIVE,
        RELEASE,
        REDACT,
        WITHHOLD,
        REFERRED
    }

    /// Nobody has decided yet, or it was taken back.
    record Undecided() implements ReviewDecision {
        @Override
        public Kind kind() {
            return Kind.UNDECIDED;
        }
    }

    /// Not what was asked for.
    record NotResponsive() implements ReviewDecision {
        @Override
        public Kind kind() {
            return Kind.NOT_RESPONSIVE;
        }
    }

    /// Released whole.
    record Release() implements ReviewDecision {
        @Override
        public Kind kind() {
            return Kind.RELEASE;
        }
    }

    /// Released but for its marks.
    record Redact() implements ReviewDecision {
        @Override
        public Kind kind() {
            return Kind.REDACT;
        }
    }

    /// Withheld whole.
    ///
    /// @param grounds at least one
    /// @param reason the factual basis: what it is about this document that the exemption covers
    record Withhold(List<Ground> grounds, String reason) implements ReviewDecision {
        public Withhold {
            grounds = List.copyOf(grounds);
            reason = Written.required(reason, "Say in a few words what it is here that the exemption covers.");
            if (grounds.isEmpty()) throw new ReviewIsMalformed("Choose at least one exemption to withhold it.");
        }

        /// The ids of the rows it rests on.
        public List<String> exemptions() {
            return grounds.stream().map(Ground::exemption).toList();
        }

        @Override
        public Kind kind() {
            return Kind.WITHHOLD;
        }
    }

    /// With counsel until counsel answers.
    record Referred(String question, LocalDate dueOn, String referredBy) implements ReviewDecision {
        public Referred {
            question = Written.required(question, "Ask counsel a question.");
        }

        @Override
        public Kind kind() {
            return Kind.REFERRED;
        }
    }
}
