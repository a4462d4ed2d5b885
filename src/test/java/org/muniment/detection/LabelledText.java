package org.muniment.detection;

import java.util.List;

/// This is a text of which somebody said where its personal data stands: offsets in `char`, ASCII as all these texts
/// are.
record LabelledText(String text, List<Place> places) {
    LabelledText {
        places = List.copyOf(places);
    }

    record Place(PersonalData kind, int from, int to) {
        boolean isCoveredBy(Finding finding) {
            return finding.kind() == kind && finding.from() <= from && finding.to() >= to;
        }
    }
}
