package org.muniment.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.AnyText;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.Run;
import org.muniment.rendition.ShownMessage;
import org.muniment.rendition.ShownPassage;
import org.muniment.sandbox.Sandbox;

class VerifierTest {
    private static final Instant RELEASED_AT = Instant.parse("2026-11-23T15:04:05Z");
    private static FontShelf shelf;
    private static FontPrograms programs;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openFonts() throws Exception {
        shelf = FontShelf.ofThisMachine();
        programs = new FontPrograms();
    }

    @AfterAll
    static void closeFonts() throws Exception {
        programs.close();
    }

    @Test
    void whatWasWrittenIsReadBackEqualAndMeetsBothStandards() throws Exception {
        var document = document(message());
        var file = write(document, "REQ-000001.pdf");
        assertThat(VeraPdf.objections(file)).isEmpty();
        assertThatCode(() -> verifier().verify(document, file, List.of("555-12-3456 secret")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void everyKnownWayToLeakIsRefusedWithItsPlaceAndWithoutItsText(Leak leak) throws Exception {
        var document = document(message());
        var file = write(document, leak);
        assertThatThrownBy(() -> verifier().verify(document, file, List.of(Leak.CANARY)))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("REQ-000001")
                .hasMessageNotContaining(Leak.CANARY);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "WHITE_TEXT",
                "INVISIBLE_TEXT",
                "TEXT_UNDER_A_BOX",
                "MISSING_LINE",
                "ANOTHER_PAGE",
                "PROPERTY",
                "TITLE"
            })
    void popplerAloneSeesWhatAReaderCouldSee(Leak leak) throws Exception {
        var document = document(message());
        var file = write(document, leak);
        var metadata = new DocumentMetadata(document.title(), RELEASED_AT);
        var poppler = Poppler.in(Sandbox.onThisMachine());
        assertThatThrownBy(() -> new PopplerCheck(poppler, document, metadata, file).run())
                .isInstanceOf(PdfIsUnexpected.class);
    }

    @Test
    void withoutPopplerNothingIsReleased() {
        assertThatThrownBy(() -> Poppler.in(Sandbox.withNothingInstalled()))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageStartingWith("Nothing is released unless another program has read it back.")
                .hasMessageContaining("apt-get install bubblewrap poppler-utils");
    }

    @Test
    void theSameDocumentIsTheSameBytes() throws Exception {
        var first = write(document(message()), "first.pdf");
        var second = write(document(message()), "second.pdf");
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void anyTextIsReadBackEqual() throws Exception {
        long seed = 20261123;
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var passages = new ArrayList<ShownPassage>();
            passages.add(passage("subject", PassageKind.SUBJECT, "Subject", anyRuns(random)));
            passages.add(passage("1", PassageKind.BODY, "", anyRuns(random)));
            passages.add(passage("2:filename", PassageKind.FILENAME, "Name", anyRuns(random)));
            var document = document(new ShownMessage(new AccessionNumber(i), passages));
            var file = write(document, "any-" + i + ".pdf");
            assertThatCode(() -> verifier().verify(document, file, List.of()))
                    .as("seed %d, message %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    private static Run[] anyRuns(Random random) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            runs.add(shown(DisplayableText.of(AnyText.of(random))));
            if (random.nextBoolean()) runs.add(box());
        }
        return runs.toArray(Run[]::new);
    }

    private Verifier verifier() {
        return new Verifier(Poppler.in(Sandbox.onThisMachine()), RELEASED_AT);
    }

    private Path write(ReleasedDocument document, String name) throws Exception {
        var file = folder.resolve(name);
        new PdfWriter(programs, RELEASED_AT).write(document, file);
        return file;
    }

    private Path write(ReleasedDocument document, Leak leak) throws Exception {
        var file = folder.resolve("REQ-000001.pdf");
        var leaky = new PdfWriter(programs, RELEASED_AT) {
            @Override
            void save(PDDocument pdf, OutputStream out) throws IOException {
                leak.spoil(pdf);
                super.save(pdf, out);
            }
        };
        leaky.write(document, file);
        leak.spoil(file);
        return file;
    }

    private static ReleasedDocument document(ShownMessage message) {
        var rendition = new PageLayout(PageFormat.LETTER, shelf).layOut(message);
        return Stamp.plain(shelf).bates(rendition, new BatesPrefix("REQ-").first());
    }

    private static ShownMessage message() {
        var passages = new ArrayList<ShownPassage>();
        passages.add(passage("from", PassageKind.FROM, "From", shown("Jane Clerk <"), box(), shown(">")));
        passages.add(passage("to", PassageKind.TO, "To", shown("council@springfield.example, "), box()));
        passages.add(passage(
                "subject",
                PassageKind.SUBJECT,
                "Subject",
                shown("Permit for \u05E9\u05DC\u05D5\u05DD street (draft) \u4F60\u597D")));
        passages.add(passage(
                "1",
                PassageKind.BODY,
                "Text",
                shown("Dear all,\n\nplease call "),
                box(),
                shown(" before noon \u2014 office \uFB01le.\n\u0645\u0631\u062D\u0628\u0627 "),
                box(),
                shown(" \u0628\u0627\u0644\u0639\u0627\u0644\u0645 (12)\n\n"
                        + "A long line of words that goes on and on. ".repeat(120))));
        passages.add(passage("2:filename", PassageKind.FILENAME, "Name", shown("plan "), box(), shown(".pdf")));
        passages.add(passage("2:type", PassageKind.ATTACHMENT, "Type", shown("application/pdf")));
        passages.add(passage("3/from", PassageKind.FROM, "From", shown("x@example.org")));
        passages.add(passage("3/1", PassageKind.BODY, "Text", shown("Nested \uD83D\uDE00 text")));
        return new ShownMessage(new AccessionNumber(12), passages);
    }

    private static ShownPassage passage(String part, PassageKind kind, String label, Run... runs) {
        return new ShownPassage(part, kind, label, List.of(runs));
    }

    private static Run shown(String text) {
        return new Run.Shown(text);
    }

    private static Run box() {
        return new Run.Withheld("1-210(b)(2)");
    }
}
