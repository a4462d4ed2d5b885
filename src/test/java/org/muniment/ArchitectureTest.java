package org.muniment;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
    @Test
    void packagesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(MunimentServer.class).verify();
    }
}
