package org.muniment.passkey;

import org.muniment.people.OfferedWay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This is what shows passkeys on the sign-in page.
@Configuration
class PasskeyWay {
    @Bean
    OfferedWay passkeyIsOffered() {
        return OfferedWay.PASSKEY;
    }
}
