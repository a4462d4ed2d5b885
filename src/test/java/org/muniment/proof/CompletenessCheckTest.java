package org.muniment.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;

/// The account of the numbers between a bundle's first item and its last is read by both checks: one that does not add
/// up is refused even if the log's own key signed it.
class CompletenessCheckTest {
    private static final int SIZE = 20;

    @TempDir
    Path folder;

    private HandmadeBundle bundle;

    @BeforeEach
    void makeABundle() throws IOException {
        bundle = HandmadeBundle.of(folder.resolve("bundle"), folder.resolve("log"), SIZE, 3, 9);
    }

    private static CompletenessRange range(long captures, long duplicates, long lifecycle, long... destroyed) {
        SortedMap<AccessionNumber, AccessionNumber> gone = new TreeMap<>();
        for (long number : destroyed) gone.put(new AccessionNumber(number), new AccessionNumber(number < 6 ? 12 : 15));
        return new CompletenessRange(3, 9, 2, captures, duplicates, lifecycle, 0, gone);
    }

    private void says(int exit, String text) throws Exception {
        bundle.write("completeness.txt", text);
        bundle.sign();
        for (Verdict verdict : List.of(Verdict.ofShell(bundle.folder), Verdict.ofPython(bundle.folder))) {
            assertThat(verdict.exit()).as("%s%n%s", text, verdict.output()).isEqualTo(exit);
            assertThat(verdict.output())
                    .contains(
                            exit == 0
                                    ? "OK completeness: 7 entries from 3 to 9: 2 items, 3 other captures, 1 repetitions, 1 events,"
                                            + " 0 stepped over; 3 of the other captures and repetitions were destroyed;"
                                    : "REFUSED: completeness.txt");
        }
    }

    private void refused(String text) throws Exception {
        says(1, text);
    }

    @Test
    void whatAddsUpIsAcceptedAndCounted() throws Exception {
        says(0, range(5, 1, 1, 4, 5, 7).text());
        assertThat(range(5, 1, 1, 4, 5, 7).text())
                .contains("destroyed 4-5 authorised by entry 12\ndestroyed 7 authorised by entry 15\n");
    }

    @Test
    void whatDoesNotAddUpIsRefusedAlthoughTheKeySignedIt() throws Exception {
        refused(range(6, 0, 0).text());
        refused(range(6, 0, 1, 4, 9).text());
        refused(range(1, 6, 0).text());
    }

    @Test
    void anAuthorisationIsAnEventThatComesLaterThanWhatItDestroyed() throws Exception {
        String whole = range(5, 1, 1, 4, 5, 7).text();
        refused(whole.replace("by entry 12", "by entry 5"));
        refused(whole.replace("by entry 12", "by entry 3"));
        refused(whole.replace("by entry 12", "by entry 7"));
        refused(whole.replace("by entry 15", "by entry 9").replace("by entry 12", "by entry 8"));
        says(0, whole.replace("by entry 12", "by entry 6"));
        refused(range(5, 2, 0, 4, 5, 7).text().replace("by entry 12", "by entry 6"));
    }

    /// A second each, on a busy machine.
    @Test
    @Tag("long")
    void whatLeavesANumberOutOrNamesOneTwiceIsRefused() throws Exception {
        refused(range(8, 0, 0).text());
        refused(range(7, 0, 0, 9).text());
        refused(range(7, 0, 0, 10).text());
        refused(range(2, 0, 5, 4).text());
        String whole = range(6, 0, 1, 4, 5, 7).text();
        refused(whole.replace("destroyed 3\n", "destroyed 2\n"));
        refused(whole.replace("destroyed 7 ", "destroyed 5 "));
        refused(whole.replace("by entry 15", "by entry " + SIZE));
        refused(whole.replace("destroyed 4-5 authorised by entry 12\n", ""));
        refused(whole.replace("range 3-9", "range 2-9"));
        refused(whole.replace("captures in this bundle 2", "captures in this bundle 3"));
    }

    @Test
    @Tag("long")
    void oneSpellingAloneIsBelieved() throws Exception {
        String whole = range(6, 0, 1, 4, 5, 7).text();
        for (String other : List.of(
                whole.replace("4-5", "4 5"),
                whole.replace("4-5 ", "4-5  "),
                whole.replace("destroyed 7 ", "destroyed 7-7 "),
                whole.replace("destroyed 7 ", "destroyed 07 "),
                whole.replace("entries 7", "entries 07"),
                whole.replace("were not asked", "were asked"),
                whole.replace("by entry 12\n", "by entry 12\f"),
                whole + "destroyed 8 authorised by entry 12\n",
                whole.replaceFirst("(destroyed 4.*\n)(destroyed 7.*\n)", "$2$1"),
                whole.substring(0, whole.length() - 1))) {
            assertThat(other).isNotEqualTo(whole);
            refused(other);
        }
    }
}
