package org.muniment;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.muniment.archive.ArchiveSettings;
import org.muniment.certificate.PemFiles;
import org.muniment.demo.DemoCity;
import org.muniment.demo.DemoFolder;
import org.muniment.operator.DataFolder;
import org.muniment.operator.EscrowWatch;
import org.muniment.people.SetUp;
import org.muniment.web.HttpsCertificate;
import org.muniment.web.Transport;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: starts the server on a data folder and stays until it is told to stop.
@Command(
        name = "serve",
        description =
                "Start the server: the journal (SMTP) and the web page, on this computer only unless told otherwise.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration INDEX_WAIT_MAX = Duration.ofMinutes(5);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Default: data, or demo-data with --demo.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--mirror",
            paramLabel = "DIR",
            description = "A folder on another disk that gets a second copy of archive and audit trail: mail is"
                    + " acknowledged when both have it.")
    private Optional<Path> mirror = Optional.empty();

    @Option(
            names = "--demo",
            description =
                    "Serve an invented city hall with three years of mail, on this computer only, over plain HTTP.")
    private boolean demo;

    @Option(names = "--https", paramLabel = "PORT", description = "Port of the web page. Default: ${DEFAULT-VALUE}.")
    private int https = 8443;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "Plain port, which only leads to the web page. Default: ${DEFAULT-VALUE}.")
    private int http = 8080;

    @Option(names = "--smtp", paramLabel = "PORT", description = "Port of the journal. Default: ${DEFAULT-VALUE}.")
    private int smtp = 2525;

    @Option(
            names = "--management",
            paramLabel = "PORT",
            description = "Port of health and metrics, always on this computer only. Default: ${DEFAULT-VALUE}.")
    private int management = 8081;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Address the web page listens on; 0.0.0.0 for all. Only once people can sign in."
                    + " Default: ${DEFAULT-VALUE}.")
    private String listen = "127.0.0.1";

    @Option(
            names = "--smtp-listen",
            paramLabel = "ADDRESS",
            description = "Address the journal listens on. Let a firewall admit your mail servers alone."
                    + " Default: ${DEFAULT-VALUE}.")
    private String smtpListen = "127.0.0.1";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "A name by which browsers find the page; may be repeated. Other names are refused.")
    private Set<String> hosts = Set.of();

    @Override
    public Integer call() throws Exception {
        Path path = data.orElse(Path.of(demo ? "demo-data" : "data"))
                .toAbsolutePath()
                .normalize();
        Transport transport = transport();
        DataFolder folder = demo ? demonstrationAt(path) : realAt(path, mirror.map(Path::toAbsolutePath));
        CountDownLatch stopped = new CountDownLatch(1);
        ConfigurableApplicationContext server = start(folder, transport);
        server.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) stopped.countDown();
        });
        if (demo) settle(folder, server);
        System.out.print(Greeting.of(folder, transport, server));
        server.getBean(SetUp.class).freshLink().ifPresent(link -> sayHowToSetUp(transport, server, link));
        EscrowWatch.offer(folder).ifPresent(System.out::println);
        stopped.await();
        return 0;
    }

    private Transport transport() {
        if (!demo) return new Transport(ListenAddress.of(listen), OptionalInt.of(https), http, hosts);
        boolean leaves = !ListenAddress.of(listen).isLoopbackAddress()
                || !ListenAddress.of(smtpListen).isLoopbackAddress()
                || !hosts.isEmpty();
        if (leaves) throw new DemonstrationStaysHere();
        return Transport.plainOnLoopback(http);
    }

    private static DataFolder realAt(Path path, Optional<Path> mirror) throws IOException {
        DataFolder folder = DataFolder.open(path, DataFolder.Settings.standard(), mirror);
        try {
            DemoFolder.requireNone(folder.archive(), path);
            return folder;
        } catch (RuntimeException refusal) {
            folder.close();
            throw refusal;
        }
    }

    private static DataFolder demonstrationAt(Path path) throws IOException {
        DemoFolder demonstration = DemoFolder.at(path);
        DataFolder folder = DataFolder.open(
                path,
                new DataFolder.Settings(
                        ArchiveSettings.standard().withoutToken(), InstantSource.system(), DemoFolder.ZONE));
        try {
            demonstration.fill(folder.archive(), folder.clock().instant());
            return folder;
        } catch (IOException | RuntimeException trouble) {
            folder.close();
            throw trouble;
        }
    }

    /// Everything can be found before anybody is told how to sign in.
    private static void settle(DataFolder folder, ConfigurableApplicationContext server) throws Exception {
        folder.search().awaitIndexed(folder.archive().size(), INDEX_WAIT_MAX);
        server.getBean(DemoCity.class)
                .settle()
                .ifPresent(people -> System.out.printf(
                        "DEMONSTRATION. The city of Harbor Falls and its people are invented. They sign in so, told only once:%n"
                                + "%s  No authenticator app at hand? ./muniment demo-code KEY prints what it would show; each of"
                                + " the codes works once.%n%n",
                        people));
    }

    private static void sayHowToSetUp(Transport transport, ConfigurableApplicationContext server, String path) {
        System.out.printf(
                "%nNobody can sign in yet. To set the archive up, open this link within 24 hours; it works once:%n"
                        + "  %s://localhost:%s%s%n",
                transport.https().isPresent() ? "https" : "http",
                server.getEnvironment().getProperty("local.server.port"),
                path);
    }

    private ConfigurableApplicationContext start(DataFolder folder, Transport transport) throws Exception {
        SpringApplication application = new SpringApplication(MunimentServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        InetAddress journal = ListenAddress.of(smtpListen);
        Map<String, Object> doors = Map.of(
                "muniment.smtp.port", smtp,
                "muniment.smtp.address", journal.getHostAddress(),
                "management.server.port", management,
                "muniment.demonstration", demo);
        try {
            ListenAddress.requirePeople(transport, folder);
            HttpsCertificate certificate = new HttpsCertificate(
                    PemFiles.in(folder.path().resolve("tls/https")), transport, folder.alarms(), folder.clock());
            // As a bean the folder is closed after everything that uses it.
            application.addInitializers(context -> {
                var beans = (GenericApplicationContext) context;
                // Before every other source, so that no file or variable opens another door.
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("serve", doors));
                beans.registerBean(DataFolder.class, () -> folder);
                beans.registerBean(Transport.class, () -> transport);
                beans.registerBean(HttpsCertificate.class, () -> certificate);
            });
            return application.run();
        } catch (RuntimeException failure) {
            folder.close();
            throw ServerDidNotStart.because(failure, transport);
        }
    }
}
