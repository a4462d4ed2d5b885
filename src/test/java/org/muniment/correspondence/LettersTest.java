package org.muniment.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Progress;
import org.muniment.correspondence.Dispatch.Way;
import org.muniment.law.ProvisionId;
import org.muniment.request.RequestRoom;
import org.muniment.settings.City;

class LettersTest {
    private static final ProvisionId WORDS = new ProvisionId("us-ct/letter/acknowledgement");
    private static final Map<String, String> ALL_FREE = Map.of(
            "question", "Do you want mail of the whole department, or of its director?\n\nWhich months?",
            "reason", "The records are in two departments, which have to be asked.",
            "how", "Pay at the counter by check, or narrow the request to one month.",
            "searched", "The mail of Public Works from January to June 2026, for the word underpass.",
            "decision", "The Commission dismissed the appeal on May 4, 2026.",
            "next", "You may ask the court to look at the decision.",
            "what", "The message of March 3, 2026, numbered R-2026-0001-1-000004.",
            "words", "Thank you for your call of yesterday.",
            "note", "");

    @TempDir
    Path folder;

    private LetterRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new LetterRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(room.room
                        .archive
                        .check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                        .ok())
                .isTrue();
        room.close();
    }

    @Test
    void homeTellsCounselOfALetterOnlyOnceItLacksNothingButTheirWord() {
        var home = new LettersThatWait(room.desk);
        var unwritten = room.draft(LetterKind.EXTENSION, Map.of());
        assertThat(home.of(RequestRoom.COUNSEL)).isEmpty();

        room.desk.change(room.id(), unwritten.id(), unwritten.addressee(), ALL_FREE);
        assertThat(home.of(RequestRoom.COUNSEL)).singleElement().satisfies(work -> {
            assertThat(work.request()).isEqualTo(room.id());
            assertThat(work.tab()).isEqualTo("letters/drafts/" + unwritten.id());
            assertThat(work.why()).contains(RequestRoom.OFFICER.name(), "Conn. Gen. Stat.");
        });
        assertThat(home.of(RequestRoom.OFFICER)).isEmpty();

        room.desk.confirm(room.id(), unwritten.id(), room.rows(unwritten), RequestRoom.COUNSEL);
        assertThat(home.of(RequestRoom.COUNSEL)).isEmpty();
    }

    @Test
    void theWordsOfTheLawStandInTheLetterWithTheirCitation() throws Exception {
        var issued = room.issued(LetterKind.ACKNOWLEDGEMENT, Map.of("note", "Our office is closed on Friday."));
        assertThat(issued.number()).isEqualTo(1);
        var file = room.letters.file(room.id(), 1);
        assertThat(file.name()).isEqualTo(room.request.label() + "-letter-1.pdf");
        assertThat(file.sha256()).isEqualTo(issued.sha256());
        assertThat(room.read(file.bytes(), "letter-acknowledgement"))
                .contains("City of Oakbridge", "27 Larkspur Court", "Dear Clement Ashgrove:", "November 23, 2026")
                .contains("Our office is closed on Friday.", "Conn. Gen. Stat. §§ 1-206(a), 1-210(a)", "Cleo Stone")
                .containsIgnoringWhitespaces("you may treat that as a denial")
                .containsIgnoringWhitespaces("You may expect our answer by November 30, 2026.")
                .doesNotContain("Not verified", "{", "DRAFT");
        assertThat(kinds()).containsSubsequence("law-row-verified", "letter-issued");
    }

    @Test
    void wordsThatCounselHasNotVerifiedAreMarkedOnTheDraftAndDoNotLeave() throws Exception {
        LetterDraft draft = room.draft(LetterKind.ACKNOWLEDGEMENT, Map.of());
        assertThat(room.read(
                        room.desk
                                .preview(room.id(), draft.id(), RequestRoom.OFFICER)
                                .bytes(),
                        "letter-draft"))
                .contains("[Not verified by counsel] Connecticut law gives", "DRAFT");
        Set<String> rows = room.rows(draft);
        assertThat(rows).contains(WORDS.value());
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), rows, RequestRoom.OFFICER))
                .isInstanceOf(LawfulWordsNeedCounsel.class)
                .hasMessageContaining("1-210(a)");
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), Set.of(), RequestRoom.COUNSEL))
                .isInstanceOf(LawfulWordsNeedCounsel.class);
        assertThatThrownBy(() -> room.desk.confirm(room.id(), draft.id(), rows, RequestRoom.OFFICER))
                .isInstanceOf(LawfulWordsNeedCounsel.class);
        assertThat(room.verifications.isVerified(WORDS)).isFalse();
        room.desk.confirm(room.id(), draft.id(), rows, RequestRoom.COUNSEL);
        room.desk.issue(room.id(), draft.id(), Set.of(), RequestRoom.OFFICER);
        assertThat(room.verifications.isVerified(WORDS)).isTrue();
        LetterDraft second = room.draft(LetterKind.ACKNOWLEDGEMENT, Map.of());
        assertThat(room.desk
                        .issue(room.id(), second.id(), Set.of(), RequestRoom.OFFICER)
                        .number())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyWroteIsTextWhateverItLooksLike() throws Exception {
        String hostile = "{city.name} {request.label} ${7*7} <script>x</script> %s \\ \u202Efdp";
        var issued = room.issued(LetterKind.OTHER, Map.of("words", hostile, "unknown", "x"));
        assertThat(room.read(room.letters.file(room.id(), issued.number()).bytes(), "letter-hostile"))
                .contains("{city.name} {request.label} ${7*7} <script>x</script> %s")
                .doesNotContain("\u202E");
        assertThatThrownBy(() -> new Words("Dear {system.exit}")).hasMessageContaining("{system.exit}");
        assertThat(new Words("{request.words} {city.name}")
                        .with(Map.of(Placeholder.REQUEST_WORDS, "{city.name}", Placeholder.CITY_NAME, "Oakbridge")))
                .contains("{city.name} Oakbridge");
        assertThat(new Words("{clock.due_on}").with(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyKindOfLetterIsPrintedWithTheLawsWordsForIt(LetterKind kind) throws Exception {
        room.estimate(true);
        var issued = room.issued(kind, ALL_FREE);
        String text = room.read(room.letters.file(room.id(), issued.number()).bytes(), "letter-" + kind.word());
        assertThat(text).contains(room.request.label()).doesNotContain("{", "Not verified");
        if (kind == LetterKind.DENIAL || kind == LetterKind.PARTIAL_GRANT || kind == LetterKind.NO_RECORDS)
            assertThat(text)
                    .contains("1-206(b)(1)")
                    .containsIgnoringWhitespaces(
                            "You may appeal this denial to the Connecticut Freedom of Information");
    }

    @Test
    void aLetterThatIsNotFinishedIsNotIssuedAndVerifiesNothing() throws Exception {
        LetterDraft denial = room.draft(LetterKind.DENIAL, Map.of());
        Set<String> rows = room.rows(denial);
        assertThat(rows).isNotEmpty();
        assertThatThrownBy(() -> room.desk.issue(room.id(), denial.id(), rows, RequestRoom.COUNSEL))
                .hasMessageContaining("Still missing");
        assertThat(room.rows(denial)).isEqualTo(rows);
        LetterDraft draft = room.draft(LetterKind.CLARIFICATION, Map.of());
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), Set.of(), RequestRoom.COUNSEL))
                .hasMessageContaining("What you ask");
        room.desk.putAway(room.id(), draft.id());
        assertThatThrownBy(() -> room.desk.draft(room.id(), draft.id())).isInstanceOf(NoSuchLetter.class);
    }

    @Test
    void aCityWithoutANameSendsNoLetter() throws Exception {
        room.settings.change(new City(Optional.empty(), Optional.empty(), Optional.empty()));
        LetterDraft draft = room.draft(LetterKind.ACKNOWLEDGEMENT, Map.of());
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), room.rows(draft), RequestRoom.COUNSEL))
                .hasMessageContaining("The city's name");
    }

    @Test
    void anIssuedLetterNeverChangesAndACorrectionIsAnotherLetter() throws Exception {
        room.issued(LetterKind.OTHER, Map.of("words", "Your records cost four dollars."));
        byte[] before = room.letters.file(room.id(), 1).bytes();
        LetterDraft correction = room.desk.begin(room.id(), LetterKind.OTHER, Optional.of(1), RequestRoom.OFFICER);
        room.desk.change(room.id(), correction.id(), "", Map.of("words", "They cost three."));
        var issued = room.desk.issue(room.id(), correction.id(), Set.of(), RequestRoom.OFFICER);
        assertThat(issued.corrects()).contains(1);
        assertThat(room.read(room.letters.file(room.id(), 2).bytes(), "letter-correction"))
                .contains("letter 2, which takes the place of letter 1");
        assertThat(room.letters.file(room.id(), 1).bytes()).isEqualTo(before);
        assertThatThrownBy(() -> room.desk.begin(room.id(), LetterKind.OTHER, Optional.of(9), RequestRoom.OFFICER))
                .isInstanceOf(NoSuchLetter.class);
    }

    @Test
    void aLetterIsMailedToTheRequesterAloneAndAFailureIsWrittenDown() throws Exception {
        room.issued(LetterKind.OTHER, Map.of("words", "Here is our answer."));
        assertThatThrownBy(() -> room.post.mail(room.id(), 1, RequestRoom.OFFICER))
                .hasMessageContaining("No mail relay is set");
        try (MailSink sink = new MailSink()) {
            java.nio.file.Files.writeString(
                    folder.resolve("mail.properties"),
                    "host=127.0.0.1\nport=%d\nencryption=none\nfrom=records@city.example\nto=a@city.example\n"
                            .formatted(sink.port()));
            var mailed = room.post.mail(room.id(), 1, RequestRoom.OFFICER);
            assertThat(mailed.dispatches())
                    .extracting(Dispatch::state)
                    .containsExactly(Dispatch.State.FAILED, Dispatch.State.DONE);
            assertThat(sink.lines)
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .containsExactly("RCPT TO:<clement@mail.example>");
            assertThat(String.join("\n", sink.lines))
                    .contains(
                            "Subject: " + room.request.label() + ": About your request",
                            "Here is our answer.",
                            "application/pdf",
                            room.request.label() + "-letter-1.pdf");
        }
        assertThat(kinds()).contains("letter-sent");
    }

    @Test
    void whatAPersonPostedAndWhatCameInIsLogged() throws Exception {
        room.issued(LetterKind.OTHER, Map.of("words", "Here is our answer."));
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(room.post
                        .handedOver(room.id(), 1, Way.POST, today, "certified", RequestRoom.OFFICER)
                        .dispatches())
                .singleElement()
                .satisfies(one -> assertThat(one.note()).isEqualTo("certified"));
        assertThatThrownBy(
                        () -> room.post.handedOver(room.id(), 1, Way.POST, today.plusDays(1), "", RequestRoom.OFFICER))
                .isInstanceOf(LetterIsUnusable.class);
        room.post.log(
                room.id(), Way.PHONE, today, "Mr. Ashgrove", "narrows it to March", "Only March.", RequestRoom.OFFICER);
        assertThat(room.post.incoming(room.id())).singleElement().satisfies(letter -> {
            assertThat(letter.words()).isEqualTo("Only March.");
            assertThat(letter.about()).isEqualTo("narrows it to March");
        });
        assertThat(trail())
                .anyMatch(line -> line.startsWith("LETTER_SENT letter 1 of"))
                .noneMatch(line -> line.contains("Only March") || line.contains("Ashgrove"));
    }

    private List<String> trail() throws Exception {
        room.room.audit.rebuildRows();
        return room.room
                .database
                .sql()
                .sql("SELECT act || ' ' || what FROM audit_entry")
                .query(String.class)
                .list();
    }

    private List<String> kinds() throws Exception {
        var kinds = new java.util.ArrayList<String>();
        try (var entries = room.room.archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next())
                if (entry.get() instanceof LogEntry.Lifecycle(var _, var _, var event)) kinds.add(event.kind());
        }
        return kinds;
    }
}
