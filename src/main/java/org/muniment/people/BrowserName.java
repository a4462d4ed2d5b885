package org.muniment.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// This is what a browser calls itself, in the words of the person who uses it. What it sends may
/// be anything, so nothing of it but one of these words is ever shown.
final class BrowserName {
    // The first that is found counts: most browsers claim to be others as well.
    private static final Map<String, String> PROGRAMS = ordered(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "Chromium/",
            "Chrome",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    static String of(Optional<String> userAgent) {
        Optional<String> program = userAgent.flatMap(said -> first(PROGRAMS, said));
        Optional<String> system = userAgent.flatMap(said -> first(SYSTEMS, said));
        return program.orElse("A browser") + system.map(name -> " on " + name).orElse("");
    }

    private static Optional<String> first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < signsAndNames.length; at += 2) names.put(signsAndNames[at], signsAndNames[at + 1]);
        return names;
    }
}
