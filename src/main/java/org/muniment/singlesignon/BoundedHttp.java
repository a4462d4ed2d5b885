package org.muniment.singlesignon;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// This is the only way this server asks another one anything: over HTTPS, following no redirect, for ten seconds and
/// one MiB at most. Plain HTTP goes to this computer alone, and only where the issuer itself is there.
final class BoundedHttp implements ResourceRetriever, HTTPRequestSender {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration WHOLE_ANSWER_MAX = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 1 << 20;

    private final HttpClient client;
    private final boolean isPlainTaken;

    BoundedHttp(HttpClient client, URI issuer) {
        this.client = client;
        this.isPlainTaken = Addresses.isPlainHere(issuer);
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    boolean mayAsk(URI address) {
        return Addresses.isEncrypted(address) || (isPlainTaken && Addresses.isPlainHere(address));
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        try {
            HttpResponse<String> answer =
                    ask(HttpRequest.newBuilder(address.toURI()).header("Accept", "application/json"));
            if (answer.statusCode() != 200) throw new IOException(address + " answers " + answer.statusCode());
            return new Resource(answer.body(), "application/json");
        } catch (URISyntaxException noAddress) {
            throw new IOException(noAddress);
        }
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder asking = HttpRequest.newBuilder(request.getURI())
                .method(request.getMethod().name(), bodyOf(request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> asking.header(name, value)));
        HttpResponse<String> answer = ask(asking);
        HTTPResponse said = new HTTPResponse(answer.statusCode());
        said.setBody(answer.body());
        Optional<String> type = answer.headers().firstValue("Content-Type");
        try {
            if (type.isPresent()) said.setContentType(type.get());
        } catch (ParseException noType) {
            throw new IOException("the answer's type cannot be read", noType);
        }
        return said;
    }

    private HttpResponse<String> ask(HttpRequest.Builder asking) throws IOException {
        HttpRequest request = asking.timeout(WHOLE_ANSWER_MAX).build();
        if (!mayAsk(request.uri())) throw new IOException(request.uri() + " is not asked: it is not encrypted");
        var bounded = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), ANSWER_BYTES_MAX);
        CompletableFuture<HttpResponse<String>> coming = client.sendAsync(request, bounded);
        try {
            // The request's own timeout ends with the first byte; a trickle must not hold anybody longer.
            return coming.get(WHOLE_ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(request.uri().getHost() + " does not answer as it should", failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException(request.uri().getHost() + " takes too long to answer", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stopping);
        } finally {
            coming.cancel(true);
        }
    }

    private static HttpRequest.BodyPublisher bodyOf(String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }
}
