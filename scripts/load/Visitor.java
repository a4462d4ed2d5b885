import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One browser, with its cookies.
final class Visitor {
    private final HttpClient client;
    private final URI address;
    private final Map<String, String> cookies = new TreeMap<>();

    Visitor(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    record Answer(int status, String body) {
        String text(String name) {
            Matcher value = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
            if (!value.find()) throw new IllegalStateException("no " + name + " in " + body);
            return value.group(1);
        }
    }

    Answer must(String method, String path, String json) throws Exception {
        String csrf = method.equals("GET") ? "" : patiently("GET", "/api/session", "", "").text("csrfToken");
        Answer answer = patiently(method, path, json, csrf);
        if (answer.status() >= 300) throw new IllegalStateException(method + " " + path + " answers " + answer);
        return answer;
    }

    /// Everybody arrives from one address, which may not ask as fast as that.
    private Answer patiently(String method, String path, String json, String csrf) throws Exception {
        Answer answer = send(method, path, json, csrf);
        while (answer.status() == 429) {
            Thread.sleep(1_000);
            answer = send(method, path, json, csrf);
        }
        return answer;
    }

    Answer send(String method, String path, String json, String csrf) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .headers("Content-Type", "application/json", "Sec-Fetch-Site", "same-origin", "X-CSRF-Token", csrf)
                .timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) request.header("Cookie", cookieLine());
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("set-cookie").forEach(this::keep);
        return new Answer(answer.statusCode(), answer.body());
    }

    void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }

    String cookieLine() {
        return String.join("; ", cookies.entrySet().stream().map(Map.Entry::toString).toList());
    }

    Visitor signIn(String email) throws Exception {
        must("POST", "/api/session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, SearchLoad.PASSWORD));
        return enrol();
    }

    Visitor enrol() throws Exception {
        String key = must("POST", "/api/session/enrolment", "{}").text("key");
        must("PUT", "/api/session/enrolment", "{\"code\":\"" + code(key) + "\"}");
        return this;
    }

    /// The six digits an authenticator app shows now (RFC 6238).
    private static String code(String key) throws Exception {
        StringBuilder bits = new StringBuilder();
        for (char letter : key.replace(" ", "").toCharArray())
            bits.append("%5s".formatted(Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                    .replace(' ', '0'));
        byte[] secret = new byte[bits.length() / 8];
        for (int at = 0; at < secret.length; at++)
            secret[at] = (byte) Integer.parseInt(bits.substring(8 * at, 8 * at + 8), 2);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }
}
