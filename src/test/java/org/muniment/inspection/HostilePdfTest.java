package org.muniment.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.inspection.HandmadePdf.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.sandbox.ProgramIsMissing;
import org.muniment.sandbox.Sandbox;
import org.muniment.sandbox.SandboxLimits;

/// Each file meets the real sandbox: whatever it does, there is an answer, and never a clean one it does not deserve.
class HostilePdfTest {
    private static final SandboxLimits SHORT =
            new SandboxLimits(4L << 30, Duration.ofSeconds(4), Duration.ofSeconds(30), 64 << 20, 16 << 20);

    @TempDir
    private Path folder;

    @Test
    void whatABadRedactionHidesComesOutOfTheSandbox() throws Exception {
        Inspection inspection = inspect(file(BadRedaction.RECTANGLE.pdf()));
        assertThat(inspection.findings())
                .hasSize(1)
                .allMatch(found -> found.text().equals(BadRedaction.SECRET));
        assertThat(inspection.pages()).isEqualTo(1);
    }

    @Test
    void termsOfAnyScriptGoInAndComeOut() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "Nothing here"))) {
            made.pdf.getDocumentInformation().setSubject("Für Иванов, 你好");
            List<Finding> found = Inspector.in(Sandbox.onThisMachine())
                    .inspect(file(made.bytes()), AbsentTerms.of(List.of("ИВАНОВ", "你 好", "nobody")))
                    .findings();
            assertThat(found)
                    .extracting(Finding::text)
                    .contains("ИВАНОВ", "你 好")
                    .doesNotContain("nobody");
        }
    }

    @Test
    void whatIsNoPdfIsRefusedInASentence() throws Exception {
        assertRefused("This is a letter.".getBytes(ISO_8859_1), "It is not a PDF");
        assertRefused(new byte[0], "It is not a PDF");
        assertRefused("%PDF-1.7\nand nothing of it".getBytes(ISO_8859_1), "It is too damaged");
        assertThatThrownBy(() -> inspect(folder.resolve("nowhere.pdf"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileWithAPasswordIsRefusedAndOneThatOpensWithoutIsRead() throws Exception {
        assertRefused(encrypted("secret"), "It opens with a password only");
        Inspection inspection = inspect(file(encrypted("")));
        assertThat(inspection.findings())
                .hasSize(1)
                .allMatch(found -> found.text().equals(BadRedaction.SECRET));
        assertThat(inspection.notes()).anyMatch(note -> note.kind().equals("encryption"));
    }

    @Test
    void aFileTooLargeIsRefusedBeforeItIsRead() throws Exception {
        Path huge = folder.resolve("huge.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        assertThatThrownBy(() -> inspect(huge))
                .isInstanceOf(PdfCannotBeInspected.class)
                .hasMessageContaining("larger than 128 MiB");
    }

    @Test
    void aPageThatUnpacksWithoutEndIsEndedByTheClock() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSStream bomb = new COSStream();
            try (var raw = bomb.createRawOutputStream()) {
                raw.write(deflatedBlanks(2_000));
            }
            bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            made.page.getCOSObject().setItem(COSName.CONTENTS, bomb);
            assertEndedByTheClock(made.bytes());
        }
    }

    @Test
    void aStreamThatIsABombIsNotSearchedForTermsToItsEnd() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing(line(100, 700, "Ann Example"))) {
            COSStream bomb = new COSStream();
            try (var raw = bomb.createRawOutputStream()) {
                raw.write(deflatedBlanks(200));
            }
            bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            made.pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Bomb"), bomb);
            Inspection inspection = Inspector.in(Sandbox.onThisMachine())
                    .inspect(file(made.bytes()), AbsentTerms.of(List.of("quillfeather")));
            assertThat(inspection.findings()).isEmpty();
            assertThat(inspection.unread()).isNotEmpty().allMatch(what -> what.startsWith("a stream is larger"));
        }
    }

    @Test
    void aPictureOfManyGigabytesIsNotUnpacked() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("")) {
            COSStream picture = new COSStream();
            try (var raw = picture.createRawOutputStream()) {
                raw.write(deflatedBlanks(100));
            }
            picture.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, 60_000);
            picture.setInt(COSName.HEIGHT, 60_000);
            picture.setInt(COSName.BITS_PER_COMPONENT, 8);
            picture.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            var name =
                    made.page.getResources().add(new PDImageXObject(new PDStream(picture), made.page.getResources()));
            made.replace(line(100, 700, "Ann Example") + "q 612 0 0 792 0 0 cm /%s Do Q".formatted(name.getName()));
            Inspection inspection = inspect(file(made.bytes()));
            assertThat(inspection.unread()).containsExactly("page 1: text lies at a picture that could not be read");
        }
    }

    @Test
    void formsThatDrawEachOtherTwiceForEverAreEndedByTheClock() throws Exception {
        try (HandmadePdf made = HandmadePdf.drawing("/A Do")) {
            PDFormXObject a = new PDFormXObject(HandmadePdf.stream("/A Do /A Do"));
            a.setBBox(made.page.getMediaBox());
            a.setResources(made.page.getResources());
            made.page.getResources().put(COSName.getPDFName("A"), a);
            assertEndedByTheClock(made.bytes());
        }
    }

    @Test
    void aFileCutOrDamagedAnywhereGetsAnAnswer() throws Exception {
        long seed = 20261123;
        Random random = new Random(seed);
        byte[] good = BadRedaction.EARLIER_REVISION.pdf();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Arrays.copyOf(good, i % 2 == 0 ? random.nextInt(good.length) : good.length);
            for (int flips = random.nextInt(20); flips > 0 && damaged.length > 0; flips--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                new PdfReading(damaged, AbsentTerms.of(List.of("quillfeather"))).inspect();
            } catch (Unreadable.Refused refused) {
                assertThat(refused.why()).as("seed %d, file %d", seed, i).isNotNull();
            }
        }
    }

    @Test
    void aWorkerThatAFileTookOverCannotSayAnythingThatHarms() {
        for (byte[] answer :
                List.of(new byte[0], new byte[] {1, 2, 3}, "MIN1\u0001\u007f\u007f\u007f\u007f".getBytes(ISO_8859_1)))
            assertThatThrownBy(() -> WorkerAnswer.read(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void withoutBubblewrapNothingIsInspected() throws Exception {
        Path file = file(BadRedaction.RECTANGLE.pdf());
        assertThatThrownBy(() -> Inspector.in(Sandbox.withNothingInstalled()).inspect(file, AbsentTerms.none()))
                .isInstanceOf(ProgramIsMissing.class)
                .hasMessageContaining("apt-get install");
    }

    private void assertRefused(byte[] bytes, String sentence) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> inspect(file))
                .isInstanceOf(PdfCannotBeInspected.class)
                .hasMessageStartingWith(sentence);
    }

    private void assertEndedByTheClock(byte[] bytes) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> Inspector.in(Sandbox.onThisMachine(), SHORT).inspect(file, AbsentTerms.none()))
                .isInstanceOf(PdfCannotBeInspected.class)
                .hasMessageContaining("longer to read than two minutes");
    }

    private static byte[] encrypted(String userPassword) throws IOException {
        try (HandmadePdf made = HandmadePdf.drawing(BadRedaction.SECRET_LINE + "0 g 95 695 200 20 re f")) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            made.pdf.protect(policy);
            return made.bytes();
        }
    }

    /// So many MiB of spaces.
    private static byte[] deflatedBlanks(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < mebibytes; i++) out.write(blanks);
        }
        return packed.toByteArray();
    }

    private Inspection inspect(Path pdf) throws Exception {
        return Inspector.in(Sandbox.onThisMachine()).inspect(pdf, AbsentTerms.none());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".pdf"), bytes);
    }
}
