package org.muniment.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionMarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {}                                                            ~ 0 ~ not a list
            [                                                             ~ 0 ~ not JSON
            [] []                                                         ~ 0 ~ not JSON
            ["Ann"]                                                       ~ 1 ~ not an object
            [{"exemption":"x"}]                                           ~ 1 ~ neither match nor accession
            [{"match":"Ann"}]                                             ~ 1 ~ has no exemption
            [{"match":"Ann","exemption":" "}]                             ~ 1 ~ no usable exemption
            [{"match":"Ann","exemption":"a\\nb"}]                         ~ 1 ~ no usable exemption
            [{"match":"Ann","exemption":7}]                               ~ 1 ~ has no exemption
            [{"match":"Ann","exemption":"x"},{"match":"","exemption":"x"}]~ 2 ~ empty text
            [{"match":"\\u200b ","exemption":"x"}]                        ~ 1 ~ empty text
            [{"match":7,"exemption":"x"}]                                 ~ 1 ~ has no match
            [{"match":"Ann","exemption":"x","exemption":"y"}]             ~ 0 ~ not JSON
            [{"match":"Ann","exemption":"x","On":["from"]}]               ~ 1 ~ unknown key On
            [{"match":"Ann","exemption":"x","in":["From"]}]               ~ 1 ~ unknown place: "From"
            [{"match":"Ann","exemption":"x","in":[]}]                     ~ 1 ~ not a list of places
            [{"match":"Ann","exemption":"x","in":"from"}]                 ~ 1 ~ not a list of places
            [{"match":"/(/","exemption":"x"}]                             ~ 1 ~ cannot be read
            [{"match":"/a*/","exemption":"x"}]                            ~ 1 ~ empty text
            [{"match":"/a/g","exemption":"x"}]                            ~ 1 ~ unknown pattern flag g
            [{"match":"a","accession":1,"exemption":"x"}]                 ~ 1 ~ both match and accession
            [{"accession":1,"exemption":"x"}]                             ~ 1 ~ has no part
            [{"accession":-1,"part":"1","exemption":"x"}]                 ~ 1 ~ no number
            [{"accession":"1","part":"1","exemption":"x"}]                ~ 1 ~ no number
            [{"accession":1.5,"part":"1","exemption":"x"}]                ~ 1 ~ no number
            [{"accession":1,"part":"1","from":1,"exemption":"x"}]         ~ 1 ~ only one of from and to
            [{"accession":1,"part":"1","from":3,"to":3,"exemption":"x"}]  ~ 1 ~ is empty
            [{"accession":1,"part":"1","from":-1,"to":3,"exemption":"x"}] ~ 1 ~ no offset
            [{"accession":1,"part":"1","to":99999999999,"from":0,"exemption":"x"}] ~ 1 ~ no offset
            [{"accession":1,"part":"1","in":["body"],"exemption":"x"}]    ~ 1 ~ unknown key in
            """)
    void aMarkThatIsNotExactlyUnderstoodIsRefusedByItsNumber(String json, int entry, String reason) {
        assertThatThrownBy(() -> RedactionMarks.of(json.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        MarksAreMalformed.class, e -> assertThat(e.entry()).isEqualTo(entry))
                .hasMessageContaining(reason);
    }

    @Test
    void aFileOfMarksIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("marks.json"), """
                [{"match":"Ann","in":["from","attachment"],"exemption":"1-210(b)(2)"},
                 {"match":"/\\\\d{3}-\\\\d{2}-\\\\d{4}/i","exemption":"1-210(b)(10)"},
                 {"accession":0,"part":"1","from":0,"to":5,"exemption":"1-210(b)(2)"},
                 {"accession":0,"part":"subject","exemption":"1-210(b)(2)"}]
                """);
        assertThat(RedactionMarks.read(file).begin().unusedMarks()).containsExactly(1, 2, 3, 4);
    }
}
