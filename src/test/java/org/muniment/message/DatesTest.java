package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 4 Mar 2024 17:06:07 +0000         | 2024-03-04T17:06:07Z
            4 Mar 2024 17:06 -0500                 | 2024-03-04T22:06:00Z
            Mon, 04 Mar 24 17:06:07 PST            | 2024-03-05T01:06:07Z
            Mon, 04 Mar 99 17:06:07 EDT            | 1999-03-04T21:06:07Z
            Mon, 04 Mar 2024 17:06:07 +0100 (CET)  | 2024-03-04T16:06:07Z
            Mon, 04 Mar 2024 17:06:07 GMT+0100     | 2024-03-04T16:06:07Z
            Mon, 04 Mar 2024 17:06:07 Z            | 2024-03-04T17:06:07Z
            Mon, 04 Mar 2024 17:06:07 K            | 2024-03-04T17:06:07Z
            Mon Mar  4 17:06:07 2024               | 2024-03-04T17:06:07Z
            2024-03-04T17:06:07Z                   | 2024-03-04T17:06:07Z
            2024-03-04 17:06:07+01:00              | 2024-03-04T16:06:07Z
            04-Mar-2024 17:06:07 +0000             | 2024-03-04T17:06:07Z
            3/4/2024 5:06:07 PM                    | 2024-03-04T17:06:07Z
            Monday, March 4, 2024 12:06:07 AM      | 2024-03-04T00:06:07Z
            Mon, 4 Mar 2024 23:59:60 +0000         | 2024-03-04T23:59:59Z
            Mon, 4 Mar 2024 17:06:07 +9999         | 2024-03-04T17:06:07Z
            """)
    void datesOfRealMailAreRead(String date, Instant expected) {
        assertThat(Dates.parse(date)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "Mon, 32 Mar 2024 17:06:07 +0000", "4 Mar", "99999999999999999999", "4 Mar 2024"
            })
    void whatIsNoDateIsAbsent(String date) {
        assertThat(Dates.parse(date)).isEmpty();
    }
}
