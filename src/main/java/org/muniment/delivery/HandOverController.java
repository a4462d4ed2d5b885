package org.muniment.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.muniment.access.Actor;
import org.muniment.access.Allowance;
import org.muniment.access.Allowed;
import org.muniment.access.Network;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.settings.CitySettings;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page behind a link to a package, over HTTP, for whoever has the link. Looking changes and
/// gives nothing; only the page's button downloads. Guessing is slow, and tells nobody whether a
/// link ever was.
@RestController
@Allowed(to = Allowed.Everyone.ANYBODY)
@RequestMapping("/api/handovers/{token:[A-Za-z0-9_-]{1,100}}")
class HandOverController {
    private static final int BURST = 30;
    private static final int A_MINUTE = 20;
    private static final int DOWNLOAD_COSTS = 5;

    private final PackageDownloads downloads;
    private final RecordsRequests requests;
    private final CitySettings settings;
    private final Allowance allowance = new Allowance(BURST, A_MINUTE, Duration.ofMinutes(1));

    HandOverController(PackageDownloads downloads, RecordsRequests requests, CitySettings settings) {
        this.downloads = downloads;
        this.requests = requests;
        this.settings = settings;
    }

    /// What a link leads to.
    record PackageView(
            String city,
            String request,
            int part,
            String fileName,
            HandOver.Packing packing,
            long sizeBytes,
            String sha256,
            Instant releasedOn,
            Instant expiresAt) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    PackageView look(@PathVariable String token, HttpServletRequest asked) {
        take(asked, 1);
        var handOver = downloads.look(new LinkToken(token));
        var delivery = downloads.delivery(handOver);
        var request = requests.known(delivery.request());
        return new PackageView(
                settings.city().shownName(),
                request.label(),
                delivery.part(),
                fileName(request, delivery),
                handOver.packing(),
                handOver.sizeBytes(),
                handOver.sha256(),
                delivery.state().since(),
                handOver.expiresAt());
    }

    /// Gives the package. A form of the page sends this; no address bar can.
    @PostMapping(path = "/download")
    ResponseEntity<Resource> download(@PathVariable String token, HttpServletRequest asked) throws IOException {
        take(asked, DOWNLOAD_COSTS);
        var link = new LinkToken(token);
        var handOver = downloads.look(link);
        var delivery = downloads.delivery(handOver);
        var request = requests.known(delivery.request());
        var zip = downloads.download(link, Actor.nobody(asked.getRemoteAddr()));
        var disposition = ContentDisposition.attachment()
                .filename(fileName(request, delivery))
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(handOver.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new FileSystemResource(zip));
    }

    private void take(HttpServletRequest asked, int cost) {
        allowance.take(Network.ofAsker(asked.getRemoteAddr()).prefix(), cost);
    }

    private static String fileName(RecordsRequest request, Delivery delivery) {
        return "%s-part-%d.zip".formatted(request.label(), delivery.part());
    }
}
