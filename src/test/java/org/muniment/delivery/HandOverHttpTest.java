package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestRoom;
import org.muniment.settings.CitySettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/// A link that a mail program or a messenger follows on its own downloads nothing and counts nothing.
@SpringBootTest(classes = HandOverHttpTest.Served.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HandOverHttpTest {
    private final DeliveryRoom room;
    private final int port;

    @Autowired
    HandOverHttpTest(DeliveryRoom room, @LocalServerPort int port) {
        this.room = room;
        this.port = port;
    }

    @Test
    void onlyAPostDownloadsAndAGetOfItIsRefusedAndChangesNothing() throws Exception {
        room.review.released("Underpass", "The underpass is closed.");
        var finalised = room.finalised(room.prepared());
        var link = room.handing
                .handOver(finalised.id(), HandOver.Packing.PLAIN, 30, RequestRoom.OFFICER)
                .link();
        var before = written();
        for (var method : List.of("GET", "HEAD", "PUT", "DELETE"))
            assertThat(ask(method, link.text() + "/download").statusCode())
                    .as(method)
                    .isEqualTo(405);
        assertThat(ask("GET", link.text()).statusCode()).isEqualTo(200);
        assertThat(written()).isEqualTo(before);

        var given = ask("POST", link.text() + "/download");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).hasSize((int) room.downloads.look(link).sizeBytes());
        assertThat(room.downloads.look(link).downloads()).isEqualTo(1);
    }

    private HttpResponse<byte[]> ask(String method, String path) throws Exception {
        var address = URI.create("http://localhost:%d/api/handovers/%s".formatted(port, path));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .method(method, BodyPublishers.noBody())
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    /// Every row of the links and of the timeline, and the length of the log.
    private String written() {
        var sql = room.review.room().database.sql();
        return sql.sql("SELECT * FROM delivery_hand_over").query().listOfRows().toString()
                + sql.sql("SELECT * FROM request_timeline").query().listOfRows()
                + room.review.room().archive.size();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Served {
        @Bean(destroyMethod = "close")
        DeliveryRoom room() throws Exception {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/hand-over-test")), "data");
            return new DeliveryRoom(folder, FontShelf.ofThisMachine());
        }

        @Bean
        HandOverController controller(DeliveryRoom room) {
            var work = room.review.room();
            return new HandOverController(room.downloads, work.requests, CitySettings.in(work.database));
        }
    }
}
