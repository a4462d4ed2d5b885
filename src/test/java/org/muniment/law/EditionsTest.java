package org.muniment.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class EditionsTest {
    private static final ProvisionId RATE = new ProvisionId("us-co/fee/hourly-rate");

    @Test
    void aRequestKeepsTheRowInForceOnItsDay() {
        LawBook book = LawBook.of(List.of(edition("2019-07-01", "2024-06-30"), edition("2024-07-01", "")));
        assertThat(inForce(book, "2024-06-30")).isEqualTo("2019-07-01");
        assertThat(inForce(book, "2024-07-01")).isEqualTo("2024-07-01");
        assertThat(book.row(RATE, LocalDate.parse("2019-06-30"))).isEmpty();
        assertThat(book.row(RATE).provision().effectiveFrom()).contains(LocalDate.parse("2024-07-01"));
    }

    @Test
    void aRowWhoseBeginningNobodyKnowsCountsAsAlwaysThere() {
        LawBook book = LawBook.of(List.of(edition("unknown", "2024-06-30"), edition("2024-07-01", "")));
        assertThat(book.row(RATE, LocalDate.parse("1990-01-01"))).isPresent();
        assertThat(inForce(book, "2025-01-01")).isEqualTo("2024-07-01");
    }

    @Test
    void twoEditionsOfOneRowAreNeverInForceOnOneDay() {
        assertThatThrownBy(() -> LawBook.of(List.of(edition("2019-07-01", "2024-07-01"), edition("2024-07-01", ""))))
                .hasMessageContaining("us-co/fee/hourly-rate")
                .hasMessageContaining("effectiveTo");
        assertThatThrownBy(() -> LawBook.of(List.of(edition("2019-07-01", ""), edition("2024-07-01", ""))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LawBook.of(List.of(edition("unknown", ""), edition("unknown", ""))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoeverAsksForAJurisdictionOrARowThatIsNotHereIsTold() {
        LawBook book = LawBook.shipped();
        assertThatThrownBy(() -> book.exemptions(new JurisdictionId("us-zz"), LocalDate.EPOCH))
                .isInstanceOf(NoSuchJurisdiction.class);
        assertThatThrownBy(() -> new JurisdictionId("../etc")).isInstanceOf(NoSuchJurisdiction.class);
        assertThatThrownBy(() -> book.row(new ProvisionId("us-co/exemption/none-such")))
                .isInstanceOf(NoSuchProvision.class);
    }

    private static String inForce(LawBook book, String day) {
        return book.row(RATE, LocalDate.parse(day))
                .orElseThrow()
                .provision()
                .effectiveFrom()
                .orElseThrow()
                .toString();
    }

    private static LawRow edition(String from, String to) {
        Provision provision = new Provision(
                RATE,
                RowKind.FEES,
                "C.R.S. § 24-72-205",
                "So much an hour.",
                new Source("A test", Optional.<URI>empty(), Optional.empty()),
                Mark.GENERAL,
                Optional.empty(),
                Optional.of(from).filter(day -> !day.equals("unknown")).map(LocalDate::parse),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                "0".repeat(64));
        return new LawRow(provision, JsonNodeFactory.instance.objectNode());
    }
}
