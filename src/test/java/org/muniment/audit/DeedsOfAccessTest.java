package org.muniment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.access.Deed;

class DeedsOfAccessTest {
    @ParameterizedTest
    @EnumSource
    void everyDeedIsAnActOfTheTrail(Deed.Kind kind) {
        assertThat(DeedsOfAccess.actOf(kind).name()).isEqualTo(kind.name());
    }
}
