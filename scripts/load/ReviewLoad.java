import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One records officer who reviews a request that holds the whole corpus, by the interface the page uses, without waiting
/// for what the page fetches ahead: every item is opened cold.
///
/// Usage: java scripts/load/ReviewLoad.java ADDRESS CERTIFICATE SET-UP-SECRET ITEMS
final class ReviewLoad {
    private static final long SEED = 20261123;

    private final HttpClient client;
    private final URI address;
    private final Times times = new Times();

    private ReviewLoad(URI address, Path certificate) throws Exception {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(SearchLoad.trusting(certificate))
                .build();
    }

    public static void main(String[] given) throws Exception {
        new ReviewLoad(URI.create(given[0]), Path.of(given[1])).run(given[2], Integer.parseInt(given[3]));
        System.exit(0);
    }

    private void run(String secret, int wanted) throws Exception {
        Visitor officer = officer(secret);
        String review = collected(officer);
        int total = Integer.parseInt(officer.must("GET", review, "").text("total"));
        System.out.printf("a review of %,d items%n", total);
        for (int number = 1; number <= 200; number++) timed(officer, review + "/items/" + number, "");
        for (int at = 0; at < wanted; at++) {
            int number = 201 + (int) ((long) at * (total - 201) / wanted);
            String item = timed(officer, review + "/items/" + number, "next message");
            if (at % 4 == 0) decide(officer, review, number, item);
            if (at % 10 == 0) timed(officer, review, "figures and menu");
            if (at % 10 == 5) timed(officer, review + "/items?after=" + (number - 20), "list, 100 lines");
            if (at % 10 == 7) timed(officer, review + "/items?show=UNDECIDED&words=power", "list, filtered");
        }
        sameText(officer, review, new Random(SEED).nextInt(1, total));
        times.print(0);
    }

    private Visitor officer(String secret) throws Exception {
        var administrator = new Visitor(client, address);
        administrator.must("POST", "/api/set-up", """
                {"secret":"%s","name":"Ines","email":"ines@city.example","password":"%s"}"""
                .formatted(secret, SearchLoad.PASSWORD));
        administrator.enrol();
        administrator.must("PUT", "/api/settings/calendar/place", "{\"jurisdiction\":\"us-ct\"}");
        Visitor counsel = arrive(administrator, "counsel", "COUNSEL");
        Visitor officer = arrive(administrator, "officer", "RECORDS_OFFICER");
        Matcher waiting = Pattern.compile("\"id\":(\\d+)")
                .matcher(counsel.must("GET", "/api/grants", "").body());
        while (waiting.find()) counsel.must("POST", "/api/grants/" + waiting.group(1) + "/confirm", "{}");
        return officer;
    }

    private Visitor arrive(Visitor administrator, String name, String role) throws Exception {
        String email = name + "@city.example";
        String link = administrator
                .must("POST", "/api/people", """
                        {"name":"%s","email":"%s","roles":["%s"],"departments":[]}""".formatted(name, email, role))
                .text("link");
        var person = new Visitor(client, address);
        person.must("POST", "/api/invitations/" + link.split("#")[1], "{\"password\":\"" + SearchLoad.PASSWORD + "\"}");
        return person.signIn(email);
    }

    /// A request for everything, with everything under review; returns the address of its review.
    private String collected(Visitor officer) throws Exception {
        String request = "/api/requests/" + officer.must("POST", "/api/requests", """
                {"receivedOn":"2026-11-02","receivedTime":"09:30","receivedBy":"PAPER","words":"All mail, please.",
                 "subject":{"isClear":true,"who":["everybody"],"words":"everything"},
                 "requester":{"isAnonymous":true}}""").text("id");
        officer.must("POST", request + "/searches", "{\"name\":\"All\",\"query\":\"*\",\"why\":\"bench\"}");
        long begin = System.nanoTime();
        officer.must("POST", request + "/searches/1/collecting", "{}");
        while (!officer.must("GET", request + "/collection", "").body().matches("(?s).*\"setAfter\":\\d.*")) Thread.sleep(200);
        System.out.printf("put under review in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        return request + "/review";
    }

    private void decide(Visitor officer, String review, int number, String item) throws Exception {
        Matcher version = Pattern.compile("\"version\":(\\d+)").matcher(item);
        if (!version.find()) throw new IllegalStateException("no version in " + item);
        String csrf = officer.must("GET", "/api/session", "").text("csrfToken");
        timed(officer, "POST", review + "/items/" + number + "/decision", """
                {"version":%s,"verdict":{"kind":"RELEASE","grounds":[],"text":""},"spread":"THIS"}"""
                .formatted(version.group(1)), csrf, "decide");
    }

    /// A word of a body is marked and looked for through the whole review.
    private void sameText(Visitor officer, String review, int number) throws Exception {
        String item = officer.must("GET", review + "/items/" + number, "").body();
        Matcher version = Pattern.compile("\"version\":(\\d+)").matcher(item);
        Matcher row = Pattern.compile("\"id\":\"([^\"]+/exemption/[^\"]+)\"")
                .matcher(officer.must("GET", review, "").body());
        if (!version.find() || !row.find()) throw new IllegalStateException("nothing to mark in item " + number);
        officer.must("POST", review + "/items/" + number + "/marks", """
                {"version":%s,"marks":[{"place":{"part":"subject","from":0,"to":3},"ground":{"exemption":"%s","detail":"x"},
                 "basis":"","origin":"SELECTED"}]}""".formatted(version.group(1), row.group(1)));
        for (String after = "0"; !after.isEmpty(); ) {
            String page = timed(officer, review + "/items/" + number + "/marks/1/elsewhere?after=" + after,
                    "same text, 400 items");
            Matcher next = Pattern.compile("\"next\":(\\d+)").matcher(page);
            after = next.find() ? next.group(1) : "";
        }
    }

    private String timed(Visitor officer, String path, String what) throws Exception {
        return timed(officer, "GET", path, "", "", what);
    }

    private String timed(Visitor officer, String method, String path, String json, String csrf, String what)
            throws Exception {
        while (true) {
            long begin = System.nanoTime();
            Visitor.Answer answer = officer.send(method, path, json, csrf);
            long took = System.nanoTime() - begin;
            if (answer.status() == 429) {
                Thread.sleep(1_000);
                continue;
            }
            if (!what.isEmpty()) times.add(what, took, answer);
            return answer.body();
        }
    }
}
