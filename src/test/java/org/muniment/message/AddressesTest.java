package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ann@x.example                                   | ann@x.example
            Ann Lee <ann@x.example>, bob@x.example          | Ann Lee <ann@x.example>; bob@x.example
            "Lee, Ann" <ann@x.example>                      | Lee, Ann <ann@x.example>
            ann@x.example (Ann (the first) Lee)             | Ann (the first) Lee <ann@x.example>
            Council: ann@x.example, Bob <bob@x.example>;    | ann@x.example; Bob <bob@x.example>
            undisclosed-recipients:;                        | undisclosed-recipients
            <@relay.example,@b.example:ann@x.example>       | ann@x.example
            ann . lee @ x.example                           | ann.lee@x.example
            "ann lee"@x.example                             | "ann lee"@x.example
            a@x.example; b@x.example                        | a@x.example; b@x.example
            Ann Lee ann@x.example                           | Ann Lee <ann@x.example>
            the whole council                               | the whole council
            Ann <ann@x.example                              | Ann <ann@x.example>
            <<ann@x.example>>                               | ann@x.example
            "open <ann@x.example>                           | "open <ann@x.example>
            =?utf-8?Q?Lee,_Ann?= <ann@x.example>            | Lee, Ann <ann@x.example>
            =?iso-8859-1?Q?J=F6rg?= <j@x.example>           | Jörg <j@x.example>
            /O=CITY/OU=FIRST/CN=ANN                         | /O=CITY/OU=FIRST/CN=ANN
            ,,ann@x.example,,                               | ann@x.example
            """)
    void addressesAreReadAndBrokenOnesKeptAsNames(String field, String expected) {
        List<String> read = Addresses.parse(field).addresses().stream()
                .map(EmailAddress::toString)
                .toList();
        assertThat(String.join("; ", read)).isEqualTo(expected);
    }
}
