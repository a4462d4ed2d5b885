package org.muniment.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Progress;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import tools.jackson.databind.node.ObjectNode;

class VerificationsTest {
    private static final Actor AVERY =
            new Actor(new PersonId(5), "Avery Stone", Set.of(Role.COUNSEL), Set.of(), "10.0.0.5");
    private static final Actor ROSA =
            new Actor(new PersonId(6), "Rosa Keane", Set.of(Role.RECORDS_OFFICER), Set.of(), "10.0.0.6");
    private static final ProvisionId PERSONNEL = new ProvisionId("us-ct/exemption/1-210-b-2");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T15:00:00Z"));

    @TempDir
    Path folder;

    private WorkflowDatabase database;
    private Alarms alarms;
    private Archive archive;
    private AuditTrail audit;
    private Verifications verifications;

    @BeforeEach
    void open() throws IOException {
        database = WorkflowDatabase.in(folder.resolve("workflow"));
        alarms = Alarms.in(database, CLOCK);
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder, settings, alarms, CLOCK);
        audit = AuditTrail.in(folder.resolve("audit"), settings, database, alarms, CLOCK);
        verifications = with(LawBook.shipped());
    }

    @AfterEach
    void close() throws IOException {
        assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings())
                .isEmpty();
        audit.close();
        archive.close();
        alarms.close();
        database.close();
    }

    @Test
    void whatShipsIsAtMostReadInASource() {
        for (LawRow row : LawFiles.all())
            assertThat(verifications.standing(row.provision(), TODAY)).isNotEqualTo(Standing.VERIFIED);
        assertThat(verifications.standing(row(PERSONNEL), TODAY)).isEqualTo(Standing.READ_IN_A_SOURCE);
        assertThat(verifications.standing(row(new ProvisionId("us-ct/exemption/1-210-b-6")), TODAY))
                .isEqualTo(Standing.GENERAL_KNOWLEDGE);
    }

    @Test
    void counselVerifiesARowByNameAndDayAndTheLogHoldsItWhole() {
        long before = archive.size();
        Verification made = verifications.verify(row(PERSONNEL), "I compared it with the statute.", AVERY);
        assertThat(verifications.isVerified(PERSONNEL)).isTrue();
        assertThat(verifications.standing(row(PERSONNEL), TODAY)).isEqualTo(Standing.VERIFIED);
        assertThat(made.verifiedBy()).isEqualTo("Avery Stone");
        assertThat(made.verifiedAt()).isEqualTo(CLOCK.instant());
        assertThat(made.rowBody()).contains("Personnel or medical files");
        assertThat(archive.size()).isEqualTo(before + 1);
    }

    @Test
    void verifyingTwiceChangesNothing() {
        Verification first = verifications.verify(row(PERSONNEL), AVERY);
        long after = archive.size();
        assertThat(verifications.verify(row(PERSONNEL), AVERY)).isEqualTo(first);
        assertThat(archive.size()).isEqualTo(after);
    }

    @Test
    void nobodyButCounselVerifiesOrWithdraws() {
        assertThatThrownBy(() -> verifications.verify(row(PERSONNEL), ROSA)).isInstanceOf(OnlyCounselVerifies.class);
        verifications.verify(row(PERSONNEL), AVERY);
        assertThatThrownBy(() -> verifications.withdraw(row(PERSONNEL), "No.", ROSA))
                .isInstanceOf(OnlyCounselVerifies.class);
        assertThat(verifications.isVerified(PERSONNEL)).isTrue();
    }

    @Test
    void aVerificationIsWithdrawnWithAReasonAndStaysInTheHistory() {
        verifications.verify(row(PERSONNEL), AVERY);
        assertThatThrownBy(() -> verifications.withdraw(row(PERSONNEL), "  ", AVERY))
                .isInstanceOf(StatementIsUnusable.class);
        verifications.withdraw(row(PERSONNEL), "The act was amended.", AVERY);
        assertThat(verifications.isVerified(PERSONNEL)).isFalse();
        assertThat(verifications
                        .history(PERSONNEL)
                        .getFirst()
                        .withdrawal()
                        .orElseThrow()
                        .reason())
                .isEqualTo("The act was amended.");
        assertThatThrownBy(() -> verifications.withdraw(row(PERSONNEL), "Again.", AVERY))
                .isInstanceOf(RowIsNotVerified.class);
        verifications.verify(row(PERSONNEL), AVERY);
        assertThat(verifications.history(PERSONNEL)).hasSize(2);
    }

    @Test
    void aRowWhoseTextChangesIsUnverifiedAgainAndWhatWasVerifiedCanStillBeRead() {
        verifications.verify(row(PERSONNEL), AVERY);
        Verifications later = with(LawBook.of(List.of(changed("plain", "It says something else now."))));
        assertThat(later.isVerified(PERSONNEL)).isFalse();
        assertThat(later.history(PERSONNEL).getFirst().rowBody()).contains("Personnel or medical files");
        assertThatThrownBy(() -> later.verify(row(PERSONNEL), "I saw it.", AVERY))
                .isInstanceOf(NoSuchProvision.class);
    }

    @Test
    void howWeKnowARowIsNotWhatItSays() {
        verifications.verify(row(PERSONNEL), AVERY);
        assertThat(with(LawBook.of(List.of(changed("mark", "general")))).isVerified(PERSONNEL))
                .isTrue();
    }

    @Test
    void aRowNotInForceOnTheDayIsExpiredEvenIfVerified() {
        ProvisionId repealed = new ProvisionId("us-co/exemption/24-72-204-3-a-viii");
        verifications.verify(row(repealed), AVERY);
        assertThat(verifications.standing(row(repealed), TODAY)).isEqualTo(Standing.EXPIRED);
        assertThat(Standing.EXPIRED.mayBePrinted()).isFalse();
    }

    private Verifications with(LawBook book) {
        return Verifications.in(database, book, archive, audit, CLOCK);
    }

    private static Provision row(ProvisionId id) {
        return LawBook.shipped().row(id).provision();
    }

    private static LawRow changed(String key, String to) {
        ObjectNode body = (ObjectNode) LawBook.shipped().row(PERSONNEL).body().deepCopy();
        body.put(key, to);
        return LawFiles.row(RowKind.EXEMPTIONS, body);
    }
}
