package org.muniment.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.MailPacks;
import org.muniment.inspection.Unreadable.Refused;

/// PDFs that others collected: court filings with and without bad redactions, and files made to be difficult.
class XRaySamplesTest {
    @BeforeAll
    static void takeOneFont() {
        FontMappers.set(new OneFont());
    }

    @Test
    void theBadSampleIsFoundAndTheGoodOnesAreCleared() throws Exception {
        for (Path sample : pdfs("xray")) {
            Inspection inspection = inspect(sample);
            assertThat(inspection.unread()).as(sample.toString()).isEmpty();
            if (sample.endsWith("rectangles_yes.pdf"))
                assertThat(inspection.findings())
                        .extracting(Finding::text)
                        .containsExactly("“No”", "“Yes”, but did not disclose all relevant medical histor", "“No”");
            else assertThat(inspection.findings()).as(sample.toString()).isEmpty();
        }
    }

    @Test
    void filesMadeForOtherPurposesAreReadWithoutFailingAndAreHardlyEverSuspected() throws Exception {
        List<String> suspected = new ArrayList<>();
        int refused = 0;
        List<Path> all = new ArrayList<>(pdfs("verapdf"));
        all.addAll(pdfs("tika-docs"));
        for (Path file : all)
            try {
                if (!inspect(file).findings().isEmpty())
                    suspected.add(file.getFileName().toString());
            } catch (Refused locked) {
                refused++;
            }
        System.out.printf("%,d files inspected, %d refused, suspected: %s%n", all.size(), refused, suspected);
        assertThat(all).hasSizeGreaterThan(1_300);
        assertThat(refused).isLessThanOrEqualTo(4);
        assertThat(suspected).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void termsOnThePageAndInTheMetadataOfAStrangersFileAreFound() throws Exception {
        Path file = pdfs("pdf-redactor").getFirst();
        List<String> terms = List.of("522-30-0388", "this is A TEST pdf", "I have a comment!", "not in it at all");
        Inspection inspection = new PdfReading(Files.readAllBytes(file), AbsentTerms.of(terms)).inspect();
        assertThat(inspection.findings())
                .extracting(Finding::text, Finding::page, Finding::where)
                .contains(
                        tuple("522-30-0388", 1, ""),
                        tuple("this is A TEST pdf", 0, "in the metadata"),
                        tuple("I have a comment!", 0, "in an annotation or form field"))
                .doesNotContain(tuple("not in it at all", 0, ""));
    }

    private static Inspection inspect(Path file) throws Exception {
        return new PdfReading(Files.readAllBytes(file), AbsentTerms.none()).inspect();
    }

    private static List<Path> pdfs(String folder) {
        return MailPacks.files(MailPacks.unpacked("dev-3-docs").resolve(folder)).stream()
                .filter(file -> file.toString().endsWith(".pdf"))
                .toList();
    }
}
