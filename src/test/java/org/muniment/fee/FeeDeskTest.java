package org.muniment.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.deadline.ClockEvent;
import org.muniment.deadline.ClockStart;
import org.muniment.fee.FeeCircumstances.RequesterKind;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.request.RequestRoom;

class FeeDeskTest {
    @TempDir
    Path folder;

    private RequestRoom room;
    private FeeDesk desk;

    @BeforeEach
    void open() throws Exception {
        room = new RequestRoom(folder);
        desk = new FeeDesk(
                room.database,
                room.deadlines.desk(),
                room.deadlines.offices(),
                LawBook.shipped(),
                Verifications.in(room.database, LawBook.shipped(), room.archive, room.audit, room.clock()),
                room.audit,
                room.clock(),
                RequestRoom.ZONE);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void theFeeFollowsFromTheWorkWrittenDown() {
        ClockStart start = start(1, "us-ct");
        add(1, Component.PAPER_COPIES, "25");
        add(1, Component.PAPER_COPIES, "15");
        add(1, Component.SEARCH, "4");
        assertThat(desk.fee(start).total()).contains("20.00");
        desk.takeBack(1, desk.work(1).getFirst().id(), RequestRoom.OFFICER);
        assertThat(desk.fee(start).total()).contains("7.50");
    }

    @Test
    void nothingDoneCostsNothing() {
        for (String whose : new String[] {"us", "us-ct", "us-ma", "us-wi", "us-co"})
            assertThat(desk.fee(start(1, whose)).total()).as(whose).contains("0.00");
    }

    @Test
    void anAnswerThatComesLateForfeitsTheFeeInMassachusetts() {
        ClockStart start = start(2, "us-ma");
        add(2, Component.SEARCH, "5");
        assertThat(desk.fee(start).total()).contains("75.00");
        room.deadlines
                .desk()
                .happened(start, new ClockEvent.Answered(LocalDate.parse("2026-12-31")), "", RequestRoom.OFFICER);
        assertThat(desk.fee(start).total()).contains("0.00");
    }

    @Test
    void timePassingMakesItLateWithoutAnybodySayingSo() {
        ClockStart start = start(3, "us-ma");
        add(3, Component.SEARCH, "5");
        room.pass(Duration.ofDays(60));
        assertThat(desk.fee(start).lines().getFirst().outcome()).isEqualTo("forfeited");
    }

    @Test
    void anEstimateIsReckonedFromASampleAndKept() {
        ClockStart start = start(4, "us-ct");
        var sample = new FeeSample(1_000, 10, 25, 90, 30, 12, true);
        assertThat(sample.pagesOfAll()).isEqualTo(2_500);
        assertThat(sample.quantities())
                .containsEntry(Component.SEARCH, new BigDecimal("1.50"))
                .containsEntry(Component.REVIEW, new BigDecimal("50.00"))
                .containsEntry(Component.REDACTION, new BigDecimal("20.00"));
        desk.estimate(start, sample, RequestRoom.OFFICER);
        FeeEstimate kept = desk.estimate(4).orElseThrow();
        assertThat(kept.sample()).isEqualTo(sample);
        assertThat(kept.told().total()).contains("1250.00");
        assertThat(kept.told().prepayment()).isPresent();
    }

    @Test
    void anOpenFeeStandsInTheWayUntilItIsSettled() {
        ClockStart start = start(5, "us-ct");
        add(5, Component.PAPER_COPIES, "40");
        assertThat(desk.invoice(start, RequestRoom.OFFICER)).isEqualTo("20.00");
        assertThat(desk.standingInTheWay(5)).singleElement().asString().contains("$20.00 is open");
        assertThatThrownBy(() -> desk.invoice(start, RequestRoom.OFFICER)).hasMessageContaining("open already");
        assertThatThrownBy(() -> desk.settle(5, FeeInvoice.State.WAIVED, " ", RequestRoom.OFFICER))
                .isInstanceOf(FeeIsUnusable.class);
        desk.settle(5, FeeInvoice.State.WAIVED, "In the public interest", RequestRoom.OFFICER);
        assertThat(desk.standingInTheWay(5)).isEmpty();
        assertThat(desk.invoices(5).getFirst().words()).contains("In the public interest");
    }

    @Test
    void withoutTheCitysOwnCostThereIsNoTotalAndNothingToAsk() {
        ClockStart start = start(6, "us-wi");
        add(6, Component.PAPER_COPIES, "40");
        assertThatThrownBy(() -> desk.invoice(start, RequestRoom.OFFICER)).hasMessageContaining("no total yet");
        desk.change(
                6,
                new FeeTerms(RequesterKind.OTHER, Set.of(), Optional.empty(), Cents.read("0.07")),
                RequestRoom.OFFICER);
        assertThat(desk.fee(start).total()).contains("2.80");
        assertThat(desk.terms(6).pageRate()).contains(new Cents(7));
    }

    private void add(long request, Component component, String quantity) {
        desk.add(
                request,
                new FeeWork(
                        0,
                        component,
                        LocalDate.parse("2026-11-20"),
                        new BigDecimal(quantity),
                        "Ana Rivera",
                        "",
                        "Ana Rivera"),
                RequestRoom.OFFICER);
    }

    private static ClockStart start(long request, String jurisdiction) {
        return new ClockStart(
                request,
                new JurisdictionId(jurisdiction),
                LocalDateTime.parse("2026-11-20T09:00"),
                Optional.empty(),
                false);
    }
}
