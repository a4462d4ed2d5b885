package org.muniment.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolidayRuleTest {
    @Test
    void easterIsWhereTheAlmanacHasIt() {
        Map<Integer, String> almanac = Map.of(
                1961,
                "1961-04-02",
                2000,
                "2000-04-23",
                2008,
                "2008-03-23",
                2011,
                "2011-04-24",
                2019,
                "2019-04-21",
                2024,
                "2024-03-31",
                2025,
                "2025-04-20",
                2026,
                "2026-04-05",
                2027,
                "2027-03-28",
                2038,
                "2038-04-25");
        almanac.forEach((year, day) -> assertThat(HolidayRule.easter(year)).isEqualTo(LocalDate.parse(day)));
    }

    @Test
    void theTwentyNinthOfFebruaryIsInLeapYearsOnly() {
        var rule = new HolidayRule.Fixed(MonthDay.of(2, 29));
        assertThat(rule.in(2026)).isEmpty();
        assertThat(rule.in(2028)).containsExactly(LocalDate.of(2028, 2, 29));
    }
}
