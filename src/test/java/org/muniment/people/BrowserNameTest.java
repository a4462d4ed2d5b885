package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserNameTest {
    @Test
    void aBrowserIsNamedAsItsUserWouldNameIt() {
        assertThat(named(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                                + " Safari/537.36 Edg/142.0.0.0"))
                .isEqualTo("Edge on Windows");
        assertThat(named("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.1 Safari/605.1.15"))
                .isEqualTo("Safari on macOS");
        assertThat(named("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Linux");
    }

    @Test
    void nothingOfWhatAStrangerSendsIsShown() {
        assertThat(named("<script>alert(1)</script>\r\nSigned in: nobody")).isEqualTo("A browser");
        assertThat(BrowserName.of(Optional.empty())).isEqualTo("A browser");
    }

    private static String named(String userAgent) {
        return BrowserName.of(Optional.of(userAgent));
    }
}
