package org.muniment.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.certificate.CertificateIsUnusable;
import org.muniment.certificate.PemFiles;
import org.muniment.certificate.ServerCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslStoreBundle;

/// This is the page's certificate. Its files are looked at once a minute: new ones are taken up without a restart;
/// unusable ones leave the old certificate in place and raise an alarm, and so does one that ends within 30 days.
public final class HttpsCertificate implements SslBundleRegistrar, AutoCloseable {
    static final String BUNDLE = "https";

    private static final Logger LOG = LoggerFactory.getLogger(HttpsCertificate.class);
    private static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

    private final PemFiles files;
    private final Alarms alarms;
    private final InstantSource clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate").factory());
    private volatile ServerCertificate certificate;
    private String version;
    private @Nullable SslBundleRegistry registry;

    /// Throws [CertificateIsUnusable] if the server cannot start with what is there.
    public HttpsCertificate(PemFiles files, Transport transport, Alarms alarms, InstantSource clock)
            throws IOException {
        this.files = files;
        this.alarms = alarms;
        this.clock = clock;
        this.certificate = ServerCertificate.open(files, subjects(transport), clock.instant(), new SecureRandom());
        this.version = files.version();
    }

    /// The city's own names first, as one of them is the subject.
    private static List<String> subjects(Transport transport) {
        List<String> here = List.of("localhost", "127.0.0.1", "::1");
        List<String> names = new ArrayList<>(transport.names().stream()
                .filter(name -> !name.startsWith("[") && !here.contains(name))
                .sorted()
                .toList());
        names.addAll(here);
        if (!transport.isLocal() && !transport.address().isAnyLocalAddress())
            names.add(transport.address().getHostAddress());
        return names;
    }

    public ServerCertificate certificate() {
        return certificate;
    }

    @Override
    public synchronized void registerBundles(SslBundleRegistry bundles) {
        registry = bundles;
        bundles.registerBundle(BUNDLE, bundle());
        long everyMillis = LOOKED_AT_EVERY.toMillis();
        var _ = watch.scheduleWithFixedDelay(this::look, 0, everyMillis, TimeUnit.MILLISECONDS);
    }

    private SslBundle bundle() {
        SslStoreBundle stores = SslStoreBundle.of(certificate.keyStore(), ServerCertificate.PASSWORD, null);
        return SslBundle.of(stores, SslBundleKey.of(ServerCertificate.PASSWORD));
    }

    /// Takes up what has changed, and tells of what will not do for long.
    synchronized void look() {
        try {
            if (!files.version().equals(version)) takeUp();
            alarms.settle(AlarmKind.CERTIFICATE_UNUSABLE);
        } catch (IOException missing) {
            alarms.raise(AlarmKind.CERTIFICATE_UNUSABLE, "It cannot be read: " + missing.getMessage());
        } catch (CertificateIsUnusable unusable) {
            alarms.raise(AlarmKind.CERTIFICATE_UNUSABLE, String.valueOf(unusable.getMessage()));
        }
        Optional<String> warning = warning();
        warning.ifPresentOrElse(
                sentence -> alarms.raise(AlarmKind.CERTIFICATE_ENDS, sentence),
                () -> alarms.settle(AlarmKind.CERTIFICATE_ENDS));
    }

    private void takeUp() throws IOException {
        String found = files.version();
        certificate = ServerCertificate.open(files, List.of("localhost"), clock.instant(), new SecureRandom());
        version = found;
        if (registry != null) registry.updateBundle(BUNDLE, bundle());
        LOG.warn("The page has a new certificate, until {}", certificate.endsAt());
    }

    private Optional<String> warning() {
        if (certificate.isUsableFor(ServerCertificate.WARNED_BEFORE, clock.instant())) return Optional.empty();
        return Optional.of("The page's certificate " + files.certificates() + " ends on "
                + certificate.endsAt().toString().substring(0, 10) + ".");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
