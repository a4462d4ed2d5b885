package org.muniment.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// This is a server of the web package alone, with three addresses to try it on.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = SinglePage.class)
@Import(WebOnly.Probe.class)
class WebOnly {
    @RestController
    static class Probe {
        @GetMapping("/api/probe")
        String read() {
            return "read";
        }

        @PostMapping("/api/probe")
        String write() {
            return "written";
        }

        record Form(String name, int count) {}

        @PostMapping("/api/form")
        String fill(@RequestBody Form form) {
            return form.name();
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("secret of the house");
        }
    }
}
