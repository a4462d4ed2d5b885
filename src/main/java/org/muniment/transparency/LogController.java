package org.muniment.transparency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Asking;
import org.muniment.access.NotYourRole;
import org.muniment.access.Role;
import org.muniment.access.SignInNeeded;
import org.muniment.archive.Archive;
import org.muniment.merklelog.LogTile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The log of the mail over HTTP, byte for byte as C2SP tlog-tiles and tlog-checkpoint have it.
/// Checkpoint and hashes tell nothing of any message; they are for anybody once the city says so,
/// until then for those who look after the archive. The bundles of entries tell when mail came from
/// where and how large it was: for the auditor alone.
@RestController
@RequestMapping("/log")
class LogController {
    private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final Set<Role> KEEPERS = Set.of(Role.AUDITOR, Role.COUNSEL, Role.ADMINISTRATOR);
    private static final Duration FULL_TILE = Duration.ofDays(365);
    private static final Duration PARTIAL_TILE = Duration.ofMinutes(1);

    private final Archive archive;
    private final LogPublication publication;

    LogController(Archive archive, LogPublication publication) {
        this.archive = archive;
        this.publication = publication;
    }

    @GetMapping("/checkpoint")
    @Allowed(to = Allowed.Everyone.ANYBODY)
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
        requireReader(request);
        return archive.checkpoint()
                .map(signed -> ResponseEntity.ok()
                        .contentType(NOTE)
                        .cacheControl(CacheControl.noStore())
                        .body(signed.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/tile/**")
    @Allowed(to = Allowed.Everyone.ANYBODY)
    ResponseEntity<byte[]> hashes(HttpServletRequest request) throws IOException {
        boolean isPublic = requireReader(request);
        return tile(request, isPublic);
    }

    @GetMapping("/tile/entries/**")
    @Allowed(Role.AUDITOR)
    ResponseEntity<byte[]> entries(HttpServletRequest request) throws IOException {
        return tile(request, false);
    }

    /// Returns whether anybody may read; refuses if not and nobody who may is asking.
    private boolean requireReader(HttpServletRequest request) {
        if (publication.isPublic()) return true;
        Actor actor = Asking.actorOf(request).orElseThrow(SignInNeeded::new);
        if (KEEPERS.stream().noneMatch(actor::is)) throw new NotYourRole(KEEPERS);
        return false;
    }

    /// The address as it came, undecoded: only the one spelling of a tile's name is answered.
    private ResponseEntity<byte[]> tile(HttpServletRequest request, boolean isPublic) throws IOException {
        Optional<LogTile> tile = archive.log().tile(request.getRequestURI().substring("/log/".length()));
        return tile.map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(caching(it, isPublic))
                        .body(it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static CacheControl caching(LogTile tile, boolean isPublic) {
        CacheControl caching =
                tile.isFull() ? CacheControl.maxAge(FULL_TILE).immutable() : CacheControl.maxAge(PARTIAL_TILE);
        return isPublic ? caching.cachePublic() : caching.cachePrivate();
    }
}
