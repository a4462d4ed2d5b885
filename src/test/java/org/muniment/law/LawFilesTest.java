package org.muniment.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.detection.PersonalData;
import tools.jackson.databind.JsonNode;

class LawFilesTest {
    private static final Path FOLDER = Path.of("public-records-law");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void everyFileKeepsItsSchema() throws IOException {
        SchemaRegistry schemas = schemas();
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            String kind = file.getFileName().toString().replace(".yaml", "");
            var schema = schemas.getSchema(SchemaLocation.of("urn:muniment:law:" + kind));
            schema.validate(read(file).toString(), InputFormat.JSON)
                    .forEach(error -> wrong.add(FOLDER.relativize(file) + ": " + error));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theSchemaRefusesAnEmptySentenceAndAKeyNobodyKnows() {
        var schema = schemas().getSchema(SchemaLocation.of("urn:muniment:law:jurisdiction"));
        String good = """
                {"jurisdiction": "us-ct", "rows": [{"id": "us-ct/jurisdiction/law", "citation": "§ 1", "source": {"title":
                "A copy", "readOn": "2026-11-23"}, "mark": "read", "effectiveFrom": "unknown", "plain":
                "Records are public.", "name": "Connecticut", "lawName": "The act"}]}""";
        assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(good.replace("Records are public.", ""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("\"lawName\"", "\"law\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("\"read\"", "\"verified\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("\"read\"", "\"general\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(good.replace("2026-11-23", "yesterday"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyFileInTheFolderIsRead() throws IOException {
        Set<String> read = new HashSet<>();
        for (LawRow row : LawFiles.all())
            read.add(row.provision().jurisdiction() + "/"
                    + row.provision().kind().fileName() + ".yaml");
        assertThat(files().stream()
                        .map(file -> FOLDER.relativize(file).toString().replace('\\', '/')))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void aRowThatIsNotInForceTwiceHasItsNameOnce() {
        List<LawRow> rows = LawFiles.all();
        assertThat(LawBook.of(rows).jurisdictions()).hasSize(5);
        assertThat(rows.stream()
                        .map(row -> row.provision().id() + " from "
                                + row.provision().effectiveFrom()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRowOfEveryKindIsUnderstoodByTheProgram() {
        LawBook book = LawBook.shipped();
        for (Jurisdiction one : book.jurisdictions()) {
            assertThat(book.exemptions(one.id(), TODAY)).isNotEmpty();
            assertThat(book.appeals(one.id(), TODAY)).isNotEmpty();
            assertThat(book.denials(one.id(), TODAY)).isNotEmpty();
            assertThat(book.preservation(one.id(), TODAY)).isPresent();
            assertThat(book.detectors(one.id(), TODAY)).isNotEmpty();
            assertThat(book.words(one.id(), StatutoryWords.Use.DENIAL, TODAY)).isNotEmpty();
        }
        assertThat(book.jurisdictions().stream()
                        .map(Jurisdiction::id)
                        .filter(id -> !book.notices(id, TODAY).isEmpty()))
                .extracting(JurisdictionId::value)
                .containsExactly("us", "us-ct", "us-wi");
        assertThat(book.jurisdictions().stream()
                        .map(Jurisdiction::id)
                        .filter(id -> book.marking(id, TODAY).isPresent()))
                .extracting(JurisdictionId::value)
                .containsExactly("us");
        assertThat(book.evidence(new JurisdictionId("us"), TODAY))
                .extracting(words -> words.provision().citation())
                .containsExactly(
                        "Fed. R. Evid. 902(11)",
                        "Fed. R. Evid. 902(13)",
                        "Fed. R. Evid. 902(14)",
                        "28 U.S.C. § 1746(2)");
        assertThat(book.jurisdictions().stream()
                        .filter(one -> !one.id().value().equals("us"))
                        .flatMap(one -> book.evidence(one.id(), TODAY).stream()))
                .as("a state's certificate stays empty until counsel supplies its text")
                .isEmpty();
    }

    @Test
    void noTwoGroundsInForceArePrintedAlike() {
        for (Jurisdiction one : LawBook.shipped().jurisdictions())
            assertThat(LawBook.shipped().exemptions(one.id(), TODAY).stream().map(Exemption::code))
                    .doesNotHaveDuplicates();
    }

    @Test
    void everyRowThatAnotherNamesIsThere() {
        LawBook book = LawBook.shipped();
        List<String> missing = new ArrayList<>();
        for (LawRow row : LawFiles.all())
            for (String key : List.of("candidates", "exemptions", "onlyWith"))
                for (String named : row.texts(key))
                    if (book.exemption(new ProvisionId(named), TODAY).isEmpty() && !isRowOfFees(row, named))
                        missing.add(row.provision().id() + " names " + named);
        assertThat(missing).isEmpty();
    }

    private static boolean isRowOfFees(LawRow row, String named) {
        return LawBook.shipped().rows(row.provision().jurisdiction(), RowKind.FEES, TODAY).stream()
                .anyMatch(fee -> fee.provision().id().value().equals(named));
    }

    @Test
    void everyDetectorIsOneThatTheRulesKnow() {
        List<String> known =
                Arrays.stream(PersonalData.values()).map(PersonalData::detector).toList();
        for (Jurisdiction one : LawBook.shipped().jurisdictions())
            assertThat(LawBook.shipped().detectors(one.id(), TODAY).stream().map(DetectorHint::detector))
                    .isSubsetOf(known);
    }

    @Test
    void whatIsVacantRepealedOrNoGroundAtAllIsNotOffered() {
        LawBook book = LawBook.shipped();
        assertThat(book.exemption(new ProvisionId("us-ma/exemption/26-k"), TODAY)
                        .orElseThrow()
                        .offerInMenu())
                .isFalse();
        assertThat(book.exemption(new ProvisionId("us-co/exemption/24-72-204-3-a-viii"), TODAY))
                .isEmpty();
        assertThat(LawFiles.all().stream().map(row -> row.provision().id().value()))
                .doesNotContain("us-wi/exemption/19-36-3", "us-wi/exemption/19-36-6", "us-wi/exemption/19-36-14");
    }

    @Test
    void theFederalLawWantsTheAmountShownAndTheOthersSayNothingOfIt() {
        LawBook book = LawBook.shipped();
        assertThat(book.marking(new JurisdictionId("us"), TODAY).orElseThrow().amountMustShow())
                .isTrue();
        assertThat(book.marking(new JurisdictionId("us-ct"), TODAY)).isEmpty();
    }

    @Test
    void wisconsinKeepsWhatWasDeniedForSixtyDaysAndNinetyForTheConfined() {
        PreservationRule rule = LawBook.shipped()
                .preservation(new JurisdictionId("us-wi"), TODAY)
                .orElseThrow();
        assertThat(rule.daysAfterDenial()).contains(60);
        assertThat(rule.daysAfterDenialConfined()).contains(90);
        assertThat(rule.throughAppeals()).isTrue();
    }

    @Test
    void aWordThatYamlWouldTurnIntoSomethingElseStaysText() {
        JsonNode read = yaml("{a: no, b: 2026-07-01, c: 08, d: 0.50, e: 12, f: true, g: '12'}");
        assertThat(read.toString())
                .isEqualTo(
                        "{\"a\":\"no\",\"b\":\"2026-07-01\",\"c\":\"08\",\"d\":0.50,\"e\":12,\"f\":true,\"g\":\"12\"}");
    }

    @Test
    void aKeyTwiceAReferenceOrNothingIsRefusedWithItsLine() {
        assertThatThrownBy(() -> yaml("a: 1\na: 2"))
                .hasMessageContaining("Line 2")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> yaml("a: &x 1\nb: *x")).hasMessageContaining("reference");
        assertThatThrownBy(() -> yaml("a:\n")).hasMessageContaining("empty value");
    }

    private static JsonNode yaml(String text) {
        return StrictYaml.read(new StringReader(text));
    }

    private static JsonNode read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return StrictYaml.read(reader);
        }
    }

    private static SchemaRegistry schemas() {
        Map<String, String> byId = new HashMap<>();
        try (Stream<Path> schemas = Files.list(FOLDER.resolve("schema"))) {
            schemas.forEach(path ->
                    byId.put("urn:muniment:law:" + path.getFileName().toString().replace(".json", ""), text(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The files of rows; the list of jurisdictions is none.
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER, 2)) {
            return all.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.getParent().equals(FOLDER))
                    .toList();
        }
    }
}
