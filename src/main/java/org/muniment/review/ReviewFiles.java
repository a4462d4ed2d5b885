package org.muniment.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muniment.access.Reader;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is the files of requests that are not mail: a scan, a Word file. They are never opened here:
/// kept sealed, and given back byte for byte.
@Component
public final class ReviewFiles {
    private static final long BYTES_MAX = 200L << 20;
    private static final int NAME_LENGTH_MAX = 255;
    private static final int FILES_OF_REQUEST_MAX = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReviewTable table;
    private final JdbcClient sql;
    private final WorkflowDatabase database;
    private final Archive archive;
    private final ReviewPen pen;
    private final InstantSource clock;

    ReviewFiles(WorkflowDatabase database, Archive archive, ReviewPen pen, InstantSource clock) {
        this.table = ReviewTable.in(database);
        this.sql = database.sql();
        this.database = database;
        this.archive = archive;
        this.pen = pen;
        this.clock = clock;
    }

    /// Takes a file into the review, to its end. Its hash goes into the archive's log, so that what
    /// is released later can be compared with what was added.
    synchronized ItemRow add(RecordsRequest request, String name, InputStream bytes, Reader reader) throws IOException {
        String checked = checked(name);
        if (count(request.id()) >= FILES_OF_REQUEST_MAX)
            throw new ReviewIsMalformed("A request takes at most %,d files.".formatted(FILES_OF_REQUEST_MAX));
        ReviewPen.Press press = pen.press(request, reader);
        String kept = UUID.randomUUID().toString();
        SealedFile file = file(kept);
        SealedFile.Content content = file.write(bytes, BYTES_MAX);
        if (content.sizeBytes() == 0) {
            file.delete();
            throw new ReviewIsMalformed("The file is empty. Choose another.");
        }
        return table.done(() -> added(press, checked, kept, content));
    }

    private ItemRow added(ReviewPen.Press press, String name, String kept, SealedFile.Content content) {
        RequestId request = press.request().id();
        Instant now = clock.instant();
        long id = insert(press, name, kept, content, now);
        int number = table.lastNumber(request) + 1;
        var matter = new ReviewMatter.OtherFile(id, name, content.sizeBytes(), content.sha256());
        archive.record(new LifecycleEvent(
                "request-file-added",
                JSON.writeValueAsString(Map.of(
                        "request",
                        press.request().label(),
                        "item",
                        number,
                        "file",
                        matter,
                        "by",
                        press.reader().actor().name()))));
        var line = new ItemRow.ItemLine(
                Optional.empty(), "", name, 0, "file:" + content.sha256().substring(0, 59));
        table.add(request, number, matter, line, false);
        pen.fileAdded(press, number);
        return table.item(request, number).orElseThrow();
    }

    private static String checked(String name) {
        String last = name.strip().replaceAll(".*[/\\\\]", "");
        if (last.isEmpty() || last.length() > NAME_LENGTH_MAX || last.chars().anyMatch(Character::isISOControl))
            throw new ReviewIsMalformed("A file's name has 1 to %d characters.".formatted(NAME_LENGTH_MAX));
        return last;
    }

    private long insert(ReviewPen.Press press, String name, String kept, SealedFile.Content content, Instant now) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO review_file
                (request, name, kept_as, size_bytes, sha256, added_by, added_by_name, added_at)
                VALUES (:request, :name, :kept, :size, :sha256, :by, :by_name, :at))""")
                .param("request", press.request().id().number())
                .param("name", name)
                .param("kept", kept)
                .param("size", content.sizeBytes())
                .param("sha256", content.sha256())
                .param("by", press.reader().actor().person().number())
                .param("by_name", press.reader().actor().name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private int count(RequestId request) {
        return sql.sql("SELECT COUNT(*) FROM review_file WHERE request = :request")
                .param("request", request.number())
                .query(Integer.class)
                .single();
    }

    /// Writes a file's bytes as they were added. For a part of the program that has asked who may
    /// have them, and writes it down.
    public void copy(ReviewMatter.OtherFile file, OutputStream out) throws IOException {
        String kept = sql.sql("SELECT kept_as FROM review_file WHERE id = :id")
                .param("id", file.file())
                .query(String.class)
                .single();
        file(kept).copyTo(out, file.sizeBytes());
    }

    private SealedFile file(String kept) {
        Path folder = database.filesOf("review-files");
        return new SealedFile(folder, kept, database.seal());
    }
}
