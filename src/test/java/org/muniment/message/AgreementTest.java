package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.MailPacks;

class AgreementTest {
    private static final Path PAGE = Path.of("docs", "mime-agreement.md");

    @Test
    void weReadMailAsOthersDoAtLeastAsOftenAsPublished() throws Exception {
        Path suites = MailPacks.unpacked("dev-1-mime");
        List<Agreement> all = List.of(
                new StalwartSuite().compareAll(suites.resolve("stalwart-mail-parser/data/resources/eml")),
                new Mime4jSuite().compareAll(suites.resolve("mime4j/data/core/src/test/resources")));
        if (Boolean.getBoolean("muniment.publish")) Files.writeString(PAGE, AgreementPage.of(all));
        for (Agreement suite : all) {
            System.out.println(suite.suite() + ": agrees in " + suite.agreeing() + " of " + suite.all() + " facts");
            assertThat(suite.differences())
                    .as("differences nobody has explained")
                    .allMatch(difference -> !AgreementPage.reason(difference).isEmpty());
            assertThat(100 * suite.rate()).as(suite.suite()).isGreaterThanOrEqualTo(published(suite));
        }
    }

    private static double published(Agreement suite) throws IOException {
        String heading = "## " + suite.suite() + ": ";
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(heading))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(heading.length()).replace(" %", "")))
                .findFirst()
                .orElseThrow();
    }
}
