package org.muniment.operator;

import java.nio.file.Path;
import org.muniment.inspection.Finding;
import org.muniment.inspection.Inspection;

/// An inspection as a clerk reads it.
final class InspectionText {
    private InspectionText() {}

    static String of(Path file, Inspection inspection) {
        StringBuilder text = new StringBuilder(file + ": " + verdict(inspection));
        for (Finding finding : inspection.findings()) text.append("\n\n").append(said(finding));
        if (!inspection.unread().isEmpty()) {
            text.append("\n\nNot read:");
            for (String what : inspection.unread()) text.append("\n  ").append(what);
        }
        if (!inspection.notes().isEmpty()) {
            text.append("\n\nAlso in the file. No fault by itself; read it before the file goes out:");
            for (Inspection.Note note : inspection.notes())
                text.append("\n  %-12s %s".formatted(note.kind(), oneLine(note.text())));
        }
        return text.toString();
    }

    private static String verdict(Inspection inspection) {
        String pages = inspection.pages() == 1 ? "1 page" : "%,d pages".formatted(inspection.pages());
        int places = inspection.findings().size();
        if (places > 0)
            return "%s from which withheld content can be recovered (%s)."
                    .formatted(places == 1 ? "1 place" : "%,d places".formatted(places), pages);
        return inspection.unread().isEmpty()
                ? "nothing found that can be recovered (%s).".formatted(pages)
                : "nothing found, but not all of it could be read (%s). Do not call it clean.".formatted(pages);
    }

    private static String said(Finding finding) {
        String page = finding.page() == 0 ? "" : "Page %,d: ".formatted(finding.page());
        String where = finding.where().isEmpty() ? "" : ", " + finding.where();
        String heading = page + finding.kind().words() + where;
        String begun = Character.toUpperCase(heading.charAt(0)) + heading.substring(1);
        return finding.text().isEmpty() ? begun : begun + "\n    " + oneLine(finding.text());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
