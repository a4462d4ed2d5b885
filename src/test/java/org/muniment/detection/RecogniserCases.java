package org.muniment.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This reads the cases of Presidio's recognisers: a text, how many of one kind it holds, and mostly where.
final class RecogniserCases {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, PersonalData> KINDS = Map.of(
            "us_ssn_recognizer", PersonalData.SOCIAL_SECURITY_NUMBER,
            "us_itin_recognizer", PersonalData.TAXPAYER_NUMBER,
            "credit_card_recognizer", PersonalData.PAYMENT_CARD,
            "aba_routing_recognizer", PersonalData.BANK_ROUTING,
            "us_bank_recognizer", PersonalData.BANK_ACCOUNT,
            "us_mbi_recognizer", PersonalData.MEDICARE_NUMBER,
            "us_driver_license_recognizer", PersonalData.DRIVER_LICENCE,
            "us_passport_recognizer", PersonalData.PASSPORT,
            "email_recognizer", PersonalData.PERSONAL_EMAIL,
            "phone_recognizer", PersonalData.PHONE);
    private static final Map<String, PersonalData> MORE_KINDS = Map.of(
            "us_npi_recognizer",
            PersonalData.PROVIDER_NUMBER,
            "certificate_number_recognizer",
            PersonalData.DEA_NUMBER);
    private static final Map<String, PersonalData> SENTENCES = Map.of(
            "US_SSN", PersonalData.SOCIAL_SECURITY_NUMBER,
            "PHONE_NUMBER", PersonalData.PHONE,
            "US_ITIN", PersonalData.TAXPAYER_NUMBER,
            "US_DRIVER_LICENSE", PersonalData.DRIVER_LICENCE,
            "ABA_ROUTING_NUMBER", PersonalData.BANK_ROUTING,
            "US_BANK_NUMBER", PersonalData.BANK_ACCOUNT,
            "US_PASSPORT", PersonalData.PASSPORT);

    private RecogniserCases() {}

    record Case(Optional<PersonalData> kind, String text, int expected) {}

    /// The single cases; no kind for what we do not look for, such as the numbers of other countries.
    static List<Case> read(Path pack) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(pack.resolve("pii/split/pii-dev.jsonl"))) {
            JsonNode json = JSON.readTree(line);
            String recogniser = json.path("recognizer").stringValue();
            Optional<PersonalData> kind =
                    Optional.ofNullable(KINDS.getOrDefault(recogniser, MORE_KINDS.get(recogniser)));
            cases.add(new Case(
                    kind,
                    json.path("text").stringValue(),
                    json.path("expected_hits").asInt(json.path("positions").size())));
        }
        return cases;
    }

    /// Sentences that name what they hold: one or more of it.
    static List<Case> sentences(Path pack) throws IOException {
        List<String> lines = Files.readAllLines(
                pack.resolve("presidio/data/presidio-analyzer/tests/data/context_sentences_tests.txt"));
        List<Case> cases = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at++) {
            PersonalData kind = SENTENCES.get(lines.get(at).strip());
            if (kind != null) cases.add(new Case(Optional.of(kind), lines.get(++at), 1));
        }
        return cases;
    }

    /// What is found beyond the number expected is a false alarm. Kinds other than the one asked for do not count.
    static void add(Case one, Hits hits) {
        one.kind().ifPresent(kind -> {
            int found = (int) Findings.in(one.text()).found().stream()
                    .filter(finding -> finding.kind() == kind)
                    .count();
            int right = Math.min(found, one.expected());
            if (found != one.expected())
                hits.mistakes().add(kind + ": " + found + " found, " + one.expected() + " there: " + one.text());
            hits.count(kind, new Hits.Count(one.expected(), right, found - right));
        });
    }
}
