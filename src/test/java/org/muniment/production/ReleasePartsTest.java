package org.muniment.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.AccessionNumber;
import org.muniment.review.LeftElsewhere;

class ReleasePartsTest {
    private static final Instant RELEASED_AT = Instant.parse("2026-11-23T15:04:05Z");

    @TempDir
    private Path folder;

    @Test
    void batesNumbersHaveSixDigitsAndMoreOnlyWhenNeeded() {
        var first = new BatesPrefix("REQ-").first();
        assertThat(first).hasToString("REQ-000001");
        assertThat(first.plus(999_999)).hasToString("REQ-1000000");
        assertThat(new BatesPrefix("REQ-2026_").releaseName()).isEqualTo("REQ-2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-A", "A B", "../A", "Ä", "A/B", "A.", "123456789012345678901234567890123"})
    void aPrefixThatIsNoPlainNameIsRefused(String prefix) {
        assertThatThrownBy(() -> new BatesPrefix(prefix))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("letters, digits, - or _");
    }

    @Test
    void theZipIsTheSameBytesForTheSameFiles() throws Exception {
        var release = Files.createDirectory(folder.resolve("REQ"));
        Files.writeString(release.resolve("b.txt"), "b");
        Files.writeString(release.resolve("a.txt"), "a".repeat(100_000));
        ReleaseZip.write(release, folder.resolve("1.zip"), RELEASED_AT);
        ReleaseZip.write(release, folder.resolve("2.zip"), RELEASED_AT);
        assertThat(folder.resolve("1.zip")).hasSameBinaryContentAs(folder.resolve("2.zip"));
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws Exception {
        Files.writeString(folder.resolve("here.txt"), "already");
        assertThatThrownBy(() -> ReleaseFolder.requireNewOrEmpty(folder))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void whatIsNotDeliveredLeavesNothingBehind() throws Exception {
        var out = folder.resolve("out");
        try (var release = ReleaseFolder.at(out, Instant.EPOCH)) {
            Files.writeString(
                    Files.createDirectory(release.work().resolve("REQ")).resolve("a.pdf"), "half");
        }
        assertThat(folder).isEmptyDirectory();
        try (var release = ReleaseFolder.at(out, Instant.EPOCH)) {
            Files.writeString(release.work().resolve("a.pdf"), "whole");
            release.deliver();
        }
        assertThat(out.resolve("a.pdf")).hasContent("whole");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("in-work"));
    }

    @Test
    void theOfficerSeesWhereTextIsLeftAndWhichMarksDidNothing() throws Exception {
        var file = new ReleasedFile(
                "REQ-000001.pdf", "00", 1, 1, "REQ-000001", "REQ-000001", List.of(new AccessionNumber(7)));
        var left = new LeftElsewhere(new AccessionNumber(7), "1", 2, List.of(1, 3));
        OfficerNotes.write(folder.resolve("officer-only"), List.of(left), List.of(2), List.of(file));
        assertThat(folder.resolve("officer-only/left-elsewhere.csv"))
                .hasContent(
                        "File,Accession,Part,Times shown,Withheld elsewhere by marks\r\nREQ-000001.pdf,7,1,2,1 3\r\n");
        assertThat(folder.resolve("officer-only/marks-without-effect.csv")).hasContent("Mark\r\n2\r\n");
    }

    @Test
    void withheldTextIsFoundInEverySpellingAndEncoding() {
        var search = WithheldSearch.of(List.of("Rosa Delgado", "short"), "Someone else");
        for (var bytes : List.of(
                "xx Rosa Delgado",
                "ROSA DELGADO",
                "rosadelgado",
                "526f73612044656c6761646f",
                "526F73612044656C6761646F",
                "\0R\0o\0s\0a\0 \0D\0e\0l\0g\0a\0d\0o",
                "R\0o\0s\0a\0 \0D\0e\0l\0g\0a\0d\0o\0"))
            assertThat(search.finds("before" + bytes + "after")).as(bytes).isTrue();
        assertThat(search.finds("Rosa Delgad")).isFalse();
        assertThat(search.finds("short")).isFalse();
        assertThat(WithheldSearch.of(List.of("Rosa Delgado"), "it is rosa  delgado")
                        .finds("Rosa Delgado"))
                .as("what may also be read proves nothing")
                .isFalse();
    }
}
