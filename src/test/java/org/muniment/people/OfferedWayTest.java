package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OfferedWayTest {
    @Test
    void aPasskeyIsOfferedWhereABrowserCanKeepOne() {
        assertThat(isOffered("https", "archive.city.example")).isTrue();
        assertThat(isOffered("https", "localhost")).isTrue();
        assertThat(isOffered("http", "localhost")).isTrue();
    }

    @Test
    void aPasskeyIsNotOfferedUnderAnAddressOfNumbersOrWithoutHttps() {
        assertThat(isOffered("https", "10.1.2.3")).isFalse();
        assertThat(isOffered("https", "127.0.0.1")).isFalse();
        assertThat(isOffered("https", "[2001:db8::7]")).isFalse();
        assertThat(isOffered("http", "archive.city.example")).isFalse();
    }

    private static boolean isOffered(String scheme, String name) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(name);
        return OfferedWay.PASSKEY.worksAt(request);
    }
}
