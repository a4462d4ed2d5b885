import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// People who sign in to a fresh archive and search it, by the interface the page uses. A fifth are counsel, who see
/// everything; two fifths reviewers, from whom counsel keeps mail back; two fifths reviewers of one department besides.
///
/// Usage: java scripts/load/SearchLoad.java prepare ADDRESS CERTIFICATE SESSIONS-FILE SET-UP-SECRET PEOPLE
///        java scripts/load/SearchLoad.java run     ADDRESS CERTIFICATE SESSIONS-FILE SECONDS
final class SearchLoad {
    static final String PASSWORD = "a slow heron by the canal";
    private static final long SEED = 20261123;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int THINK_MILLIS_MIN = 3_000;
    private static final int THINK_MILLIS_MAX = 9_000;
    private static final int IN_TURN = 400;

    private final URI address;
    private final HttpClient client;
    private final Path sessions;

    private SearchLoad(URI address, Path certificate, Path sessions) throws Exception {
        this.address = address;
        this.sessions = sessions;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(certificate))
                .build();
    }

    public static void main(String[] given) throws Exception {
        var load = new SearchLoad(URI.create(given[1]), Path.of(given[2]), Path.of(given[3]));
        if (given[0].equals("prepare")) new Arrivals(load.client, load.address, load.sessions).arrive(given[4], Integer.parseInt(given[5]));
        else load.run(Duration.ofSeconds(Integer.parseInt(given[4])));
        System.exit(0);
    }

    enum Group {
        UNSCOPED,
        QUARANTINE,
        DEPARTMENT;

        static Group of(int number) {
            return number % 5 == 0 ? UNSCOPED : number % 5 < 3 ? QUARANTINE : DEPARTMENT;
        }
    }

    private void run(Duration measured) throws Exception {
        List<String> cookies = Files.readAllLines(sessions);
        List<Visitor> people = cookies.stream().map(this::sitting).toList();
        Visitor.Answer newest = people.getFirst().must("GET", "/api/search?q=*&limit=1000", "");
        var queries = new Queries(newest.body(), Queries.senders(people.getFirst()));
        crowd(people, queries, measured);
        inTurn(people, queries);
    }

    private Visitor sitting(String cookieLine) {
        var visitor = new Visitor(client, address);
        for (String cookie : cookieLine.split("; ")) visitor.keep(cookie);
        return visitor;
    }

    /// Everybody at once, thinking 3 to 9 seconds between two searches; a third of the searches open what is found.
    private void crowd(List<Visitor> people, Queries queries, Duration measured) throws Exception {
        var times = new Times();
        Instant from = Instant.now().plus(WARM_UP);
        Instant until = from.plus(measured);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < people.size(); number++) {
                int person = number;
                all.submit(() -> {
                    sit(people.get(person), person, queries, times, from, until);
                    return person;
                });
            }
        }
        System.out.printf("%d people for %d s, after %d s of warming up%n",
                people.size(), measured.toSeconds(), WARM_UP.toSeconds());
        times.print(measured.toSeconds());
    }

    private void sit(Visitor person, int number, Queries queries, Times times, Instant from, Instant until)
            throws Exception {
        var random = new Random(SEED + number);
        Thread.sleep(random.nextInt(THINK_MILLIS_MAX));
        while (Instant.now().isBefore(until)) {
            boolean counts = Instant.now().isAfter(from);
            Visitor.Answer found = timed(person, "/api/search?limit=20&q=" + queries.next(random),
                    counts ? "search " + Group.of(number) : "", times);
            Matcher first = Pattern.compile("\"accession\":(\\d+)").matcher(found.body());
            if (first.find() && random.nextInt(3) == 0) {
                Thread.sleep(1_000);
                timed(person, "/api/messages/" + first.group(1), counts ? "open" : "", times);
            }
            Thread.sleep(random.nextInt(THINK_MILLIS_MIN, THINK_MILLIS_MAX));
        }
    }

    /// One search at a time, each query by one of every group in turn: what a scope costs when nobody waits for others.
    private void inTurn(List<Visitor> people, Queries queries) throws Exception {
        var times = new Times();
        var random = new Random(SEED);
        var asked = IntStream.range(0, IN_TURN).mapToObj(_ -> queries.next(random)).toList();
        for (int round = 0; round < 2; round++) {
            for (int at = 0; at < asked.size(); at++) {
                for (int turn = 0; turn < 3; turn++) {
                    int person = List.of(0, 1, 3).get((at + turn) % 3);
                    String what = round == 0 ? "" : "alone " + Group.of(person);
                    timed(people.get(person), "/api/search?limit=20&q=" + asked.get(at), what, times);
                }
            }
        }
        System.out.printf("one search at a time, %d queries by each group in turn%n", IN_TURN);
        times.print(0);
        double unscoped = times.p95("alone UNSCOPED");
        System.out.printf("p95 against unscoped: quarantine %.2f, department and quarantine %.2f%n",
                times.p95("alone QUARANTINE") / unscoped, times.p95("alone DEPARTMENT") / unscoped);
    }

    private static Visitor.Answer timed(Visitor person, String path, String what, Times times) {
        long begin = System.nanoTime();
        Visitor.Answer answer;
        try {
            answer = person.send("GET", path, "", "");
        } catch (Exception failure) {
            answer = new Visitor.Answer(0, failure.toString());
        }
        if (!what.isEmpty()) times.add(what, System.nanoTime() - begin, answer);
        return answer;
    }

    static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry("muniment", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
