import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Sets a fresh archive up as a city would, and signs everybody in. Their cookies go into a file.
record Arrivals(HttpClient client, URI address, Path sessions) {
    private static final int SIGN_IN_AT_ONCE = 2;

    void arrive(String secret, int people) throws Exception {
        var administrator = new Visitor(client, address);
        administrator.must("POST", "/api/set-up", """
                {"secret":"%s","name":"Ines","email":"ines@city.example","password":"%s"}""".formatted(secret, SearchLoad.PASSWORD));
        administrator.enrol();
        Visitor counsel = arrive(administrator, 0, "COUNSEL", "");
        purpose(counsel);
        List<String> senders = Queries.senders(counsel);
        for (String sender : senders.subList(0, 5))
            counsel.must("POST", "/api/privilege/rules", """
                    {"kind":"ADDRESS","text":"%s","note":"bench"}""".formatted(sender));
        counsel.must("POST", "/api/privilege/rules", """
                {"kind":"PHRASE","text":"for what it's worth","note":"bench"}""");
        String department = administrator
                .must("POST", "/api/departments", """
                        {"name":"Streets","addresses":["%s"]}"""
                        .formatted(String.join("\",\"", senders.subList(5, 25))))
                .text("id");
        var arrived = new ConcurrentHashMap<Integer, Visitor>(Map.of(0, counsel));
        try (var arriving = Executors.newFixedThreadPool(SIGN_IN_AT_ONCE)) {
            for (var done : arriving.invokeAll(IntStream.range(1, people)
                    .mapToObj(number -> (Callable<Visitor>) () -> {
                        SearchLoad.Group group = SearchLoad.Group.of(number);
                        String role = group == SearchLoad.Group.UNSCOPED ? "COUNSEL" : "REVIEWER";
                        Visitor person = arrive(
                                administrator, number, role, group == SearchLoad.Group.DEPARTMENT ? department : "");
                        return arrived.merge(number, person, (a, b) -> b);
                    })
                    .toList())) done.get();
        }
        confirm(counsel);
        for (Visitor person : arrived.values()) purpose(person);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < people; number++) lines.add(arrived.get(number).cookieLine());
        Files.write(sessions, lines);
        System.out.printf("%d people signed in, %d rules keep mail back, a department of 20 senders%n", people, 6);
    }

    private Visitor arrive(Visitor administrator, int number, String role, String department) throws Exception {
        String email = "p" + number + "@city.example";
        String link;
        synchronized (administrator) {
            link = administrator
                    .must("POST", "/api/people", """
                            {"name":"Person %d","email":"%s","roles":["%s"],"departments":[%s]}"""
                            .formatted(number, email, role, department))
                    .text("link");
        }
        var person = new Visitor(client, address);
        person.must("POST", "/api/invitations/" + link.split("#")[1], "{\"password\":\"" + SearchLoad.PASSWORD + "\"}");
        return person.signIn(email);
    }

    private static void confirm(Visitor counsel) throws Exception {
        Matcher waiting = Pattern.compile("\"id\":(\\d+)").matcher(
                counsel.must("GET", "/api/grants", "").body());
        while (waiting.find()) counsel.must("POST", "/api/grants/" + waiting.group(1) + "/confirm", "{}");
    }

    private static void purpose(Visitor person) throws Exception {
        person.must("PUT", "/api/session/purpose", "{\"kind\":\"RECORDS_REQUEST\",\"reference\":\"BENCH-1\"}");
    }
}
