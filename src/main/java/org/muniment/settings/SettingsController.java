package org.muniment.settings;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The city's settings over HTTP. Each change is in the audit trail before it is made.
@RestController
class SettingsController {
    private final CitySettings settings;
    private final AuditTrail trail;
    private final ZoneId zone;

    SettingsController(CitySettings settings, AuditTrail trail, ZoneId zone) {
        this.settings = settings;
        this.trail = trail;
        this.zone = zone;
    }

    /// @param timeZoneInUse what the running server uses; another choice counts from its next start
    record SettingsView(
            Optional<String> name, Optional<String> seal, Optional<String> timeZone, String timeZoneInUse) {}

    /// @param timeZone as the tz database names it, such as America/Chicago
    record CityChange(Optional<String> name, Optional<String> timeZone) {}

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping(path = "/api/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    SettingsView settings() {
        City city = settings.city();
        return new SettingsView(city.name(), city.sealAddress(), city.timeZone().map(ZoneId::getId), zone.getId());
    }

    @Allowed(Role.ADMINISTRATOR)
    @PutMapping(path = "/api/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    SettingsView change(@RequestBody CityChange change, Actor actor) {
        City before = settings.city();
        var after = new City(change.name(), before.seal(), change.timeZone().map(SettingsController::zone));
        record(
                actor,
                "the city's name: \"%s\"; its time zone: %s"
                        .formatted(
                                after.name().orElse(""),
                                after.timeZone().map(ZoneId::getId).orElse("the server's")));
        settings.change(after);
        return settings();
    }

    /// The seal, for every page and for sign-in.
    @Allowed(to = Allowed.Everyone.ANYBODY)
    @GetMapping(path = "/api/settings/seal", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> seal() {
        return ResponseEntity.of(settings.seal());
    }

    @Allowed(Role.ADMINISTRATOR)
    @PutMapping(
            path = "/api/settings/seal",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    SettingsView changeSeal(InputStream picture, Actor actor) throws IOException {
        byte[] bytes = picture.readNBytes(SealPicture.UPLOAD_BYTES_MAX + 1);
        record(actor, "the city's seal, from a picture of %,d bytes".formatted(bytes.length));
        settings.changeSeal(bytes);
        return settings();
    }

    @Allowed(Role.ADMINISTRATOR)
    @DeleteMapping(path = "/api/settings/seal", produces = MediaType.APPLICATION_JSON_VALUE)
    SettingsView removeSeal(Actor actor) {
        record(actor, "the city's seal, taken away");
        settings.removeSeal();
        return settings();
    }

    /// What stands below the city's name at the head of its letters.
    record LetterheadLines(List<String> lines) {}

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping(path = "/api/settings/letterhead", produces = MediaType.APPLICATION_JSON_VALUE)
    LetterheadLines letterhead() {
        return new LetterheadLines(settings.letterhead());
    }

    @Allowed(Role.ADMINISTRATOR)
    @PutMapping(path = "/api/settings/letterhead", produces = MediaType.APPLICATION_JSON_VALUE)
    LetterheadLines changeLetterhead(@RequestBody LetterheadLines change, Actor actor) {
        record(actor, "the letterhead: " + String.join(" / ", change.lines()));
        settings.changeLetterhead(change.lines());
        return letterhead();
    }

    /// What a release of records needs besides the two people who make it.
    record ReleaseRule(ReleaseApproval approval) {}

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping(path = "/api/settings/releases", produces = MediaType.APPLICATION_JSON_VALUE)
    ReleaseRule releaseRule() {
        return new ReleaseRule(settings.releaseApproval());
    }

    @Allowed(Role.ADMINISTRATOR)
    @PutMapping(path = "/api/settings/releases", produces = MediaType.APPLICATION_JSON_VALUE)
    ReleaseRule changeReleaseRule(@RequestBody ReleaseRule change, Actor actor) {
        record(
                actor,
                switch (change.approval()) {
                    case ALWAYS -> "every release needs an approval";
                    case WHERE_ASKED -> "a release needs an approval only where somebody asked for it";
                });
        settings.changeReleaseApproval(change.approval());
        return releaseRule();
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.SETTINGS_CHANGED, actor, Optional.empty(), what, List.of()));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name))
            throw new SettingIsUnusable("There is no time zone \"" + name + "\". Choose one such as America/Chicago.");
        return ZoneId.of(name);
    }
}
