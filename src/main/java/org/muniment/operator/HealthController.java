package org.muniment.operator;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The archive's health over HTTP: what `muniment health --json` says.
@RestController
class HealthController {
    private final DataFolder folder;

    HealthController(DataFolder folder) {
        this.folder = folder;
    }

    @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
    Health health() throws IOException {
        return Health.of(folder);
    }
}
