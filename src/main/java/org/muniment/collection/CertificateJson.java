package org.muniment.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// This writes a search certificate for programs: `muniment-search-certificate/1`.
final class CertificateJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private CertificateJson() {}

    static String of(CertifiedSearches said) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", "muniment-search-certificate/1");
        content.put("archive", said.archive());
        content.put("request", said.request().label());
        content.put("purpose", "records request " + said.request().label());
        content.put("receivedOn", said.request().receivedOn().toString());
        content.put("number", said.number());
        content.put("issuedAt", said.at().toString());
        content.put("issuedBy", said.by());
        content.put("statement", CertifiedSearches.STATEMENT);
        content.put("holdings", said.holdings());
        content.put(
                "searches",
                said.searches().stream().map(CertificateJson::search).toList());
        content.put("collected", said.collected());
        content.put("notSearched", said.notSearched());
        content.put("alsoSaid", said.alsoSaid());
        content.put("checkpoint", said.checkpoint());
        content.put("key", said.key());
        content.put("keyFingerprint", said.keyFingerprint());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    }

    private static Map<String, Object> search(SavedSearch search) {
        return ordered("number", search.number(), "name", search.name(), "versions", versions(search.versions()));
    }

    private static List<Map<String, Object>> versions(List<SearchVersion> versions) {
        return versions.stream()
                .map(version -> ordered(
                        "version", version.version(),
                        "query", version.query(),
                        "parsed", version.parsed(),
                        "zone", version.zone().getId(),
                        "why", version.why(),
                        "by", version.by(),
                        "at", version.at().toString(),
                        "runs", version.runs()))
                .toList();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            content.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        return content;
    }
}
