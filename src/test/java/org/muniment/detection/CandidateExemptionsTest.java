package org.muniment.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.law.Jurisdiction;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.ProvisionId;
import org.muniment.law.RowKind;
import org.muniment.law.Standing;
import org.muniment.law.Verifications;
import org.muniment.workflow.WorkflowDatabase;

class CandidateExemptionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T15:00:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final JurisdictionId CONNECTICUT = new JurisdictionId("us-ct");
    private static final LawBook BOOK = LawBook.shipped();

    @TempDir
    Path folder;

    private WorkflowDatabase database;
    private Alarms alarms;
    private Archive archive;
    private AuditTrail audit;
    private Verifications verifications;
    private CandidateExemptions exemptions;

    @BeforeEach
    void open() throws IOException {
        database = WorkflowDatabase.in(folder.resolve("workflow"));
        alarms = Alarms.in(database, CLOCK);
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder, settings, alarms, CLOCK);
        audit = AuditTrail.in(folder.resolve("audit"), settings, database, alarms, CLOCK);
        verifications = Verifications.in(database, BOOK, archive, audit, CLOCK);
        exemptions = new CandidateExemptions(BOOK, verifications);
    }

    @AfterEach
    void close() throws IOException {
        audit.close();
        archive.close();
        alarms.close();
        database.close();
    }

    @Test
    void aKindHasItsCandidatesWithTheirReasonAndStanding() {
        List<CandidateExemption> found = exemptions.of(PersonalData.SOCIAL_SECURITY_NUMBER, CONNECTICUT, TODAY);
        assertThat(found).extracting(one -> one.exemption().code()).containsExactly("1-210(b)(2)", "1-210(b)(10)");
        assertThat(found.getFirst().standing()).isEqualTo(Standing.READ_IN_A_SOURCE);
        assertThat(found.getFirst().reason()).contains("Social Security number");
    }

    @Test
    void whatCounselVerifiedStandsAsVerified() {
        Actor counsel = new Actor(new PersonId(5), "Avery Stone", Set.of(Role.COUNSEL), Set.of(), "10.0.0.5");
        verifications.verify(
                LawBook.shipped()
                        .row(new ProvisionId("us-ct/exemption/1-210-b-2"))
                        .provision(),
                counsel);
        assertThat(exemptions.of(PersonalData.PASSPORT, CONNECTICUT, TODAY))
                .extracting(CandidateExemption::standing)
                .containsExactly(Standing.VERIFIED);
    }

    @Test
    void everyRowOfTheLawNamesADetectorThereIs() {
        Set<String> detectors =
                Arrays.stream(PersonalData.values()).map(PersonalData::detector).collect(Collectors.toSet());
        for (Jurisdiction jurisdiction : BOOK.jurisdictions())
            for (LawRow row : BOOK.rows(jurisdiction.id(), RowKind.DETECTORS, TODAY))
                assertThat(detectors).as(row.provision().id().value()).contains(row.text("detector"));
    }

    @Test
    void everyJurisdictionHasAGroundForEachKindOfPersonalNumber() {
        for (Jurisdiction jurisdiction : BOOK.jurisdictions())
            for (PersonalData kind : List.of(
                    PersonalData.SOCIAL_SECURITY_NUMBER,
                    PersonalData.PAYMENT_CARD,
                    PersonalData.BANK_ACCOUNT,
                    PersonalData.HOME_ADDRESS,
                    PersonalData.BIRTH_DATE,
                    PersonalData.PHONE))
                assertThat(exemptions.of(kind, jurisdiction.id(), TODAY))
                        .as(jurisdiction.id() + " " + kind)
                        .isNotEmpty();
    }
}
