package org.muniment.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my SSN is 223-45-6780 | HIGH ssn 223-45-6780",
                "my social security number is 223456780 | HIGH ssn 223456780",
                "SSN123456780 | HIGH ssn 123456780",
                "223-45-6780 (SSN) | HIGH ssn 223-45-6780",
                "a number: 223-45-6780 | FAIR ssn 223-45-6780",
                "ITIN 911-70-1234 | HIGH itin 911-70-1234",
                "card 4111 1111 1111 1111 | HIGH payment-card 4111 1111 1111 1111",
                "paid with 371449635398431 | FAIR payment-card 371449635398431",
                "routing number 021000021 | HIGH bank-routing 021000021",
                "checking account 000123456789 | HIGH bank-account 000123456789",
                "water account 123456 | FAIR bank-account 123456",
                "Medicare ID: 3CD5-FG7-HJ89 | HIGH medicare-number 3CD5-FG7-HJ89",
                "DEA BB1388568 | HIGH dea-number BB1388568",
                "NPI: 1234567893 | HIGH npi 1234567893",
                "driver's license A123-4567-8901-23 | HIGH driver-licence A123-4567-8901-23",
                "MA driver license S12345678 | HIGH driver-licence S12345678",
                "Colo. DL 12-345-6789 | HIGH driver-licence 12-345-6789",
                "passport A12803456 | HIGH passport A12803456",
                "DOB: 04/12/1985 | HIGH birth-date 04/12/1985",
                "born on April 12th, 1985 | HIGH birth-date April 12th, 1985",
                "date of birth 1985-04-12 | HIGH birth-date 1985-04-12",
                "I live at 118 Mill Street, apartment 4. | HIGH home-address 118 Mill Street, apartment 4",
                "home: 12 N. Oak Rd, Hartford, CT 06103 | HIGH home-address 12 N. Oak Rd, Hartford, CT 06103",
                "marisol@gmail.com | FAIR personal-email marisol@gmail.com",
                "my private mail is marisol@gmail.com | HIGH personal-email marisol@gmail.com",
                "my cell is (203) 555-0132 | HIGH phone (203) 555-0132",
                "telephone 555-0142 | FAIR phone 555-0142",
                "+44 (20) 7123 4567 | FAIR phone +44 (20) 7123 4567"
            })
    void findsWhatItIsAndSaysHowSure(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEIN 123456780",
                "EIN 12-3456789",
                "permit 223456780",
                "invoice 4111111111111112",
                "GL account 101-5310-4400",
                "$2035550132",
                "hired 05/01/2010, born in Hartford",
                "j.smith@hartford.gov",
                "tracking 9400111899223456789012",
                "item 000803450",
                "12-345-6789-01",
                "1EG4-TE5-MI73",
                "078-05-1120",
                "000-12-3456 and 666-12-3456 and 123-00-4567 and 123-45-0000",
                "the 2nd Street of 5 lanes",
                "Ordinance 2026-04-12",
                "11:22:33 and 10.0.0.1 and 3.14159265"
            })
    void leavesAloneWhatIsNobodys(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void theNearestNameCounts() {
        assertThat(read("phone 203-555-0132 SSN 223456780 account 12345678"))
                .isEqualTo("FAIR phone 203-555-0132, HIGH ssn 223456780, FAIR bank-account 12345678");
    }

    @Test
    void anOfficeTelephoneIsOnlyAGuess() {
        assertThat(read("home 860-555-0199, office 203-555-0188"))
                .isEqualTo("HIGH phone 860-555-0199, LOW phone 203-555-0188");
    }

    @Test
    void anAddressOfAnOfficeIsOnlyAGuess() {
        assertThat(read("at City Hall, 550 Main Street, Suite 200")).startsWith("LOW home-address");
    }

    @ParameterizedTest
    @CsvSource({
        "ask ana@oakbridge.example about it, 0",
        "ask Ana@Works.OAKBRIDGE.example about it, 0",
        "personal: ana@oakbridge.example, 0",
        "ask ana@notoakbridge.example about it, 1",
        "ask ana@oakbridge.example.org about it, 1",
        "ask oakbridge@gmail.com about it, 1"
    })
    void anAddressAtTheCitysOwnDomainIsNobodysPrivateOne(String text, int found) {
        var own = Set.of("oakbridge.example", "gmail.com");
        assertThat(Findings.in(text, own).found()).hasSize(found);
    }

    @Test
    void offsetsCountCodePointsOfTheTextAsShown() {
        Finding finding = Findings.in("😀😀 SSN 223-45-6780").found().getFirst();
        assertThat(List.of(finding.from(), finding.to())).containsExactly(7, 18);
    }

    @Test
    void otherDigitsAndDashesAreReadAsTheirPlainOnes() {
        assertThat(Findings.in("SSN ２２３‑４５–６７８０").found())
                .singleElement()
                .matches(finding -> finding.from() == 4 && finding.to() == 15);
    }

    @Test
    void theReasonNeverRepeatsWhatStandsThere() {
        assertThat(Findings.in("SSN 223-45-6780").found().getFirst().why())
                .isEqualTo(
                        "Nine digits that may be a Social Security number, written in its groups, and words beside it"
                                + " call it so.");
    }

    private static String read(String text) {
        return Findings.in(text).found().stream()
                .map(finding -> finding.sureness() + " " + finding.kind().detector() + " "
                        + text.substring(
                                text.offsetByCodePoints(0, finding.from()), text.offsetByCodePoints(0, finding.to())))
                .collect(Collectors.joining(", "));
    }
}
