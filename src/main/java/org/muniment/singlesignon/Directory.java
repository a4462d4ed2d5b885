package org.muniment.singlesignon;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// This is the city's directory as it stands in force. It is looked up when it is first needed, and
/// anew every hour: one that is down does not keep the archive from starting, and is not asked
/// again for a few seconds.
@Component
class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(5);

    private final SettingsTable table;
    private final InstantSource clock;
    private final HttpClient client = BoundedHttp.newClient();
    private @Nullable Known known;
    private @Nullable Silent silent;

    private record Known(Provider provider, Instant since) {}

    private record Silent(SavedSettings asked, Instant since) {}

    Directory(SettingsTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /// Throws [NoSingleSignOn], [DirectoryDoesNotAnswer].
    synchronized Provider provider() {
        SavedSettings saved = table.inForce().orElseThrow(NoSingleSignOn::new);
        Instant now = clock.instant();
        Optional<Provider> still = Optional.ofNullable(known)
                .filter(before -> before.provider.saved().equals(saved))
                .filter(before -> before.since.plus(KNOWN_FOR).isAfter(now))
                .map(Known::provider);
        if (still.isPresent()) return still.get();
        boolean isLeftAlone = Optional.ofNullable(silent)
                .filter(before -> before.asked.equals(saved))
                .filter(before -> before.since.plus(LEFT_ALONE_FOR).isAfter(now))
                .isPresent();
        if (isLeftAlone) throw new DirectoryDoesNotAnswer("it did not a moment ago");
        return lookedUp(saved, now);
    }

    /// Asks whatever settings these are, whether in force or not. Throws [DirectoryDoesNotAnswer].
    Provider ask(SavedSettings saved) {
        return Provider.of(saved, client);
    }

    private Provider lookedUp(SavedSettings saved, Instant now) {
        try {
            Provider found = ask(saved);
            known = new Known(found, now);
            silent = null;
            return found;
        } catch (DirectoryDoesNotAnswer outage) {
            silent = new Silent(saved, now);
            LOG.warn("The city's directory does not answer: {}", outage.why());
            throw outage;
        }
    }
}
