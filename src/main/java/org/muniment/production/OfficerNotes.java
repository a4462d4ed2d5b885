package org.muniment.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.review.LeftElsewhere;
import org.muniment.spreadsheet.Csv;

/// This is what the officer should look at before sending the release, and must not send: where text that is withheld
/// in one place is still shown in another, and the marks that matched nothing.
final class OfficerNotes {
    private OfficerNotes() {}

    static void write(Path folder, List<LeftElsewhere> left, List<Integer> unusedMarks, List<ReleasedFile> files)
            throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("left-elsewhere.csv"), leftElsewhere(left, files), StandardCharsets.UTF_8);
        var marks = new StringBuilder("Mark\r\n");
        for (int mark : unusedMarks) marks.append(Csv.row(List.of(Integer.toString(mark))));
        Files.writeString(folder.resolve("marks-without-effect.csv"), marks, StandardCharsets.UTF_8);
    }

    private static String leftElsewhere(List<LeftElsewhere> left, List<ReleasedFile> files) {
        Map<AccessionNumber, String> bates = new HashMap<>();
        for (var file : files) for (var capture : file.captures()) bates.put(capture, file.name());
        var csv = new StringBuilder("File,Accession,Part,Times shown,Withheld elsewhere by marks\r\n");
        for (var place : left)
            csv.append(Csv.row(List.of(
                    bates.getOrDefault(place.accession(), ""),
                    place.accession().toString(),
                    place.part(),
                    Integer.toString(place.times()),
                    place.marks().stream().map(String::valueOf).collect(Collectors.joining(" ")))));
        return csv.toString();
    }
}
