package org.muniment.testimony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muniment.alarm.Alarms;
import org.muniment.alarm.PastAlarm;
import org.muniment.integrity.FiledCheck;
import org.muniment.integrity.IntegrityChecks;
import org.muniment.integrity.IntegrityOverview;
import org.muniment.law.EvidenceWords;
import org.muniment.law.EvidenceWords.Topic;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.Mark;
import org.muniment.law.Provision;
import org.muniment.proof.Background;
import org.muniment.proof.Background.LawfulWords;
import org.muniment.proof.CertificateDraft;
import org.muniment.proof.Testimony;

/// This is what the archive's surroundings say in the certificate of a proof bundle: how capture is set, what checks
/// and
/// alarms there were, and the law's words, each with its citation and how far counsel stands by it.
public final class RecordsTestimony implements Testimony {
    private static final JurisdictionId FEDERAL = new JurisdictionId("us");
    private static final Duration AROUND = Duration.ofDays(1);
    private static final int INCIDENTS_MAX = 100;

    private final CaptureConfiguration configuration;
    private final Alarms alarms;
    private final IntegrityChecks checks;
    private final Law law;
    private final CertificatePress press;
    private final InstantSource clock;
    private final ZoneId zone;

    public RecordsTestimony(
            CaptureConfiguration configuration,
            Alarms alarms,
            IntegrityChecks checks,
            Law law,
            CertificatePress press,
            InstantSource clock,
            ZoneId zone) {
        this.configuration = configuration;
        this.alarms = alarms;
        this.checks = checks;
        this.law = law;
        this.press = press;
        this.clock = clock;
        this.zone = zone;
    }

    /// The rows there are, and those that counsel has verified.
    ///
    /// @param home under whose law the city is; empty while nobody has said
    public record Law(LawBook book, Predicate<Provision> isVerified, Supplier<Optional<JurisdictionId>> home) {}

    @Override
    public Background background(Instant first, Instant last) {
        List<String> settings = new ArrayList<>(List.of("SHA-256 " + configuration.hash() + " over:"));
        settings.addAll(configuration.lines());
        return new Background(
                settings,
                checks(),
                Optional.of(incidents(first.minus(AROUND), last.plus(AROUND))),
                words(FEDERAL, Topic.GROUND),
                words(FEDERAL, Topic.DECLARATION),
                law.home().get().map(this::ofTheState).orElse(List.of()));
    }

    @Override
    public Optional<byte[]> printed(CertificateDraft draft) throws IOException {
        return press.print(draft);
    }

    private List<String> checks() {
        return checks.overview(Optional.empty(), 1, false).levels().stream()
                .map(RecordsTestimony::check)
                .toList();
    }

    private static String check(IntegrityOverview.LevelDue level) {
        return level.level() + ": "
                + level.last().map(RecordsTestimony::result).orElse("never made, or before reports were kept");
    }

    private static String result(FiledCheck check) {
        return check.at()
                + ", %,d entries, %s"
                        .formatted(
                                check.checked(), check.ok() ? "nothing wrong found" : check.findings() + " FINDINGS");
    }

    private List<String> incidents(Instant from, Instant to) {
        List<PastAlarm> stood = alarms.stoodBetween(from, to);
        List<String> said = new ArrayList<>(stood.stream()
                .limit(INCIDENTS_MAX)
                .map(RecordsTestimony::incident)
                .toList());
        if (stood.size() > INCIDENTS_MAX) said.add("and %,d more alarms".formatted(stood.size() - INCIDENTS_MAX));
        return said;
    }

    private static String incident(PastAlarm alarm) {
        return "%s to %s, %s: %s"
                .formatted(
                        alarm.raisedAt(),
                        alarm.endedAt().map(Instant::toString).orElse("now"),
                        alarm.kind(),
                        alarm.sentence());
    }

    private List<LawfulWords> words(JurisdictionId jurisdiction, Topic topic) {
        return rows(jurisdiction, topic).stream().map(this::said).toList();
    }

    // What nobody has verified is not printed as a state's form: the place stays empty until counsel supplies it.
    private List<LawfulWords> ofTheState(JurisdictionId home) {
        return rows(home, Topic.STATE_CERTIFICATE).stream()
                .filter(row -> law.isVerified().test(row.provision()))
                .map(this::said)
                .toList();
    }

    private List<EvidenceWords> rows(JurisdictionId jurisdiction, Topic topic) {
        return law.book().evidence(jurisdiction, LocalDate.ofInstant(clock.instant(), zone)).stream()
                .filter(row -> row.topic() == topic)
                .toList();
    }

    private LawfulWords said(EvidenceWords row) {
        Provision provision = row.provision();
        Optional<String> standing =
                law.isVerified().test(provision) ? Optional.empty() : Optional.of(unverified(provision));
        return new LawfulWords(provision.citation(), row.words(), standing);
    }

    private static String unverified(Provision provision) {
        if (provision.mark() == Mark.GENERAL) return "written from general knowledge";
        return "read in: " + provision.source().title()
                + provision.source().readOn().map(day -> ", on " + day).orElse("");
    }
}
