package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {
    @TempDir
    Path home;

    private record Said(int exit, String text, String errors) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    @Test
    void aClerkIsToldThePageAndTheTextThatCanBeRecovered() throws Exception {
        pdf("contract.pdf", "Price per dose: 14.50", 700);
        Said said = run("inspect", "contract.pdf");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("contract.pdf: 1 place from which withheld content can be recovered (1 page).")
                .contains("Page 1: text under a box\n    Price per dose: 14.50\n")
                .contains("metadata     Author: Jane Clerk");
        JsonNode json = run("inspect", "contract.pdf", "--json").json();
        assertThat(json.get("clean").asBoolean()).isFalse();
        assertThat(json.get("pages").asInt()).isEqualTo(1);
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("page").asInt()).isEqualTo(1);
        assertThat(finding.get("kind").asString()).isEqualTo("under-a-box");
        assertThat(finding.get("text").asString()).isEqualTo("Price per dose: 14.50");
        assertThat(finding.get("box").get("left").asDouble()).isBetween(99.0, 103.0);
        assertThat(json.get("notes").get(0).get("kind").asString()).isEqualTo("metadata");
    }

    @Test
    void aFileWithNothingToRecoverIsCleanUntilATermIsInIt() throws Exception {
        pdf("letter.pdf", "The permit is granted", 500);
        Said clean = run("inspect", "letter.pdf");
        assertThat(clean.exit()).as(clean.errors()).isZero();
        assertThat(clean.text()).startsWith("letter.pdf: nothing found that can be recovered (1 page).");
        Files.writeString(home.resolve("terms.txt"), "nobody\r\n\r\njane  CLERK\r\n");
        Said found = run("inspect", "letter.pdf", "--absent", "terms.txt", "--json");
        assertThat(found.exit()).isEqualTo(1);
        JsonNode finding = found.json().get("findings").get(0);
        assertThat(finding.get("kind").asString()).isEqualTo("term");
        assertThat(finding.get("text").asString()).isEqualTo("jane  CLERK");
        assertThat(finding.get("where").asString()).isEqualTo("in the metadata");
        assertThat(finding.get("box").isNull()).isTrue();
    }

    @Test
    void whatCannotBeReadIsNeverOneOrNought() throws Exception {
        Files.writeString(home.resolve("letter.txt"), "Dear all");
        Said noPdf = run("inspect", "letter.txt", "--json");
        assertThat(noPdf.exit()).isEqualTo(3);
        assertThat(noPdf.json().get("error").asString()).startsWith("It is not a PDF");
        assertThat(noPdf.errors()).startsWith("muniment: letter.txt: It is not a PDF");
        assertThat(run("inspect", "nowhere.pdf").exit()).isEqualTo(2);
        assertThat(run("inspect", "letter.txt", "--absent", "nowhere.txt").exit())
                .isEqualTo(2);
        assertThat(run("inspect").exit()).isEqualTo(2);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void aFileCannotCommandTheTerminalItIsShownOn() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle("\u001b[2J\u202etitle");
            pdf.save(home.resolve("odd.pdf").toFile());
        }
        assertThat(run("inspect", "odd.pdf").text()).contains("[U+001B]").doesNotContain("\u001b", "\u202e");
        assertThat(run("inspect", "odd.pdf", "--json").text()).doesNotContain("\u001b", "\u202e");
    }

    /// A line of text, and a black box at a fixed place.
    private void pdf(String name, String text, int y) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            pdf.getDocumentInformation().setAuthor("Jane Clerk");
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(100, y);
                content.showText(text);
                content.endText();
                content.addRect(90, 695, 300, 20);
                content.fill();
            }
            pdf.save(home.resolve(name).toFile());
        }
    }

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, home, Terminal.Attention.PIPED);
        DataFolder.Settings settings =
                new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC);
        int exit = OperatorTool.at(terminal, settings).run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
