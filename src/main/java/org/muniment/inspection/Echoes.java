package org.muniment.inspection;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.muniment.inspection.Finding.Kind;

/// One term found twice at one place: a page is an object, and an object is bytes.
final class Echoes {
    static final String IN_AN_OBJECT = "in an object of the file";
    static final String IN_THE_BYTES = "in the file's bytes";

    private Echoes() {}

    /// Without what says again, and less exactly, where a term is.
    static List<Finding> removed(List<Finding> findings) {
        Set<String> placed = terms(findings, found -> !isOfObjects(found) && !isOfBytes(found));
        Set<String> inObjects = terms(findings, Echoes::isOfObjects);
        return findings.stream()
                .filter(found -> !isOfObjects(found) || !placed.contains(found.text()))
                .filter(found ->
                        !isOfBytes(found) || (!placed.contains(found.text()) && !inObjects.contains(found.text())))
                .toList();
    }

    private static Set<String> terms(List<Finding> findings, Predicate<Finding> which) {
        return findings.stream()
                .filter(found -> found.kind() == Kind.TERM)
                .filter(which)
                .map(Finding::text)
                .collect(Collectors.toSet());
    }

    private static boolean isOfObjects(Finding found) {
        return found.where().startsWith(IN_AN_OBJECT);
    }

    private static boolean isOfBytes(Finding found) {
        return found.where().equals(IN_THE_BYTES);
    }
}
