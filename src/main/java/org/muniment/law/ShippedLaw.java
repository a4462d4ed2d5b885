package org.muniment.law;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the server the law that came with it.
@Configuration(proxyBeanMethods = false)
class ShippedLaw {
    @Bean
    LawBook lawBook() {
        return LawBook.shipped();
    }
}
