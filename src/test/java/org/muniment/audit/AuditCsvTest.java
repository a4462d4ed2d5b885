package org.muniment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditCsvTest {
    @Test
    void whatASpreadsheetWouldCalculateIsMadeText() {
        for (String formula : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1", "|cmd"}) {
            assertThat(AuditCsv.cell(formula)).as(formula).isEqualTo("\"'" + formula + "\"");
        }
    }

    @Test
    void quotesAreDoubledAndLinesStayInTheirCell() {
        assertThat(AuditCsv.cell("say \"aye\", twice\nthen go")).isEqualTo("\"say \"\"aye\"\", twice\nthen go\"");
        assertThat(AuditCsv.cell("")).isEqualTo("\"\"");
    }
}
