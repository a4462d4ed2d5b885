package org.muniment.production;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.FontFace;
import tools.jackson.databind.json.JsonMapper;

/// This is what a release says of itself: every file with its hash and Bates numbers, what was asked for, how much
/// there is, what it was drawn and read back with.
record Manifest(
        Origin origin,
        ReleaseTotals totals,
        Instant releasedAt,
        List<ReleasedFile> files,
        List<FontFace> fonts,
        String verifier,
        QueryText query) {
    private static final int RECORD_CHARACTERS_MAX = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum QueryText {
        SHOWN,
        WITHHELD
    }

    Manifest {
        files = List.copyOf(files);
        fonts = List.copyOf(fonts);
    }

    Manifest(
            Origin origin,
            ReleaseTotals totals,
            Instant releasedAt,
            List<ReleasedFile> files,
            Collection<FontFace> fonts,
            String verifier) {
        this(origin, totals, releasedAt, files, List.copyOf(fonts), verifier, QueryText.SHOWN);
    }

    /// For a query that itself says what is withheld. The archive's own record keeps it.
    Manifest withoutQuery() {
        return new Manifest(origin, totals, releasedAt, files, fonts, verifier, QueryText.WITHHELD);
    }

    /// What stands in a manifest whatever is released: it tells nothing of a message.
    String ownWords() {
        var nothing = new ReleasedFile("", "", 0, 1, "", "", List.of(new AccessionNumber(0)));
        var totals = new ReleaseTotals("", "", 0, 0, 0, 0);
        var own = new Manifest(origin, totals, releasedAt, List.of(nothing), fonts, verifier, QueryText.WITHHELD);
        return own.json() + new Origin.Asked("", "");
    }

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content(files)) + "\n";
    }

    /// What the archive records, encrypted: the whole manifest, or without its list of files if that is too long.
    String forTheRecord() {
        var whole = JSON.writeValueAsString(content(files));
        return whole.length() <= RECORD_CHARACTERS_MAX ? whole : JSON.writeValueAsString(content(List.of()));
    }

    /// The signed text: checked with any C2SP note verifier, then `sha256sum -c` on its second line.
    String noteText(ReleasedFile manifest) {
        return "%s/release/v1\n%s  %s\n".formatted(origin.archive(), manifest.sha256(), manifest.name());
    }

    private Map<String, Object> content(List<ReleasedFile> listed) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", "muniment-release/1");
        content.put("archive", origin.archive());
        content.putAll(origin.facts(query, totals, releasedAt.toString()));
        content.put("files", listed.stream().map(this::content).toList());
        content.put("fonts", fonts.stream().map(FontUsed::of).toList());
        content.put("verified", new Verified(verifier, "text equal on every line of every page"));
        content.put("software", software());
        return content;
    }

    private record Verified(String by, String result) {}

    private record FontUsed(String name, String sha256) {
        static FontUsed of(FontFace face) {
            return new FontUsed(face.name(), face.sha256Hex());
        }
    }

    private static String software() {
        String version = Manifest.class.getPackage().getImplementationVersion();
        return DocumentMetadata.PROGRAM + " " + (version == null ? "development" : version);
    }

    private Map<String, Object> content(ReleasedFile file) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", file.name());
        content.put("sha256", file.sha256());
        content.put("bytes", file.sizeBytes());
        if (file.pages() > 0) content.put("pages", file.pages());
        if (!file.captures().isEmpty()) {
            content.put("firstBates", file.firstBates());
            content.put("lastBates", file.lastBates());
            content.putAll(origin.facts(file));
        }
        return content;
    }
}
