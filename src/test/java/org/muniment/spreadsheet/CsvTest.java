package org.muniment.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatASpreadsheetWouldCalculateIsMadeText() {
        String[] formulas = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1", "|cmd", "\u200B=1", "＝1+1"};
        for (String formula : formulas) assertThat(row(formula)).as(formula).startsWith("'");
        assertThat(row("a=1")).isEqualTo("a=1");
        assertThat(row("1-210(b)(2)")).isEqualTo("1-210(b)(2)");
    }

    @Test
    void everyCellIsOneLineAndQuotesAreDoubled() {
        assertThat(row("say \"aye\", twice\r\nthen go")).isEqualTo("\"say \"\"aye\"\", twice then go\"");
        assertThat(row("a\u2028b\u0085c")).isEqualTo("a b c");
        assertThat(Csv.row(List.of("", "b"))).isEqualTo(",b\r\n");
    }

    private static String row(String cell) {
        String row = Csv.row(List.of(cell));
        return row.substring(0, row.length() - 2);
    }
}
