package org.muniment.proof;

import java.util.List;

/// This is a part of a certificate, in reading order.
public sealed interface CertificatePart {
    record Heading(String words) implements CertificatePart {}

    record Paragraph(String words) implements CertificatePart {}

    record Items(List<String> items) implements CertificatePart {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with their values.
    record Facts(List<Fact> facts) implements CertificatePart {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /// What is said of one item; where there are very many, the text alone lists them.
    record Exhibited(String title, Facts facts) implements CertificatePart {}

    /// A line to sign on, and what stands below it.
    record Signature(List<String> lines) implements CertificatePart {
        public Signature {
            lines = List.copyOf(lines);
        }
    }
}
