package org.muniment.anchor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// This is how an outside authority is asked: at the address that `anchors.properties` names and
/// nowhere else, following no redirect, for a bounded time, and reading 64 KiB at most. Plain HTTP
/// is taken: what comes back is signed.
final class OutsideHttp {
    static final int ANSWER_BYTES_MAX = 64 << 10;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final Duration patience;

    OutsideHttp(Duration patience) {
        this.patience = patience;
    }

    /// What came back.
    static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }

    /// Sends bytes and returns what came back, whatever its status. Throws [AnchorIsRefused] if nothing did.
    Answer post(URI address, String type, byte[] body) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", type)
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            var bounded = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX);
            try {
                return await(client.sendAsync(request, bounded), address);
            } finally {
                client.shutdownNow();
            }
        }
    }

    private Answer await(CompletableFuture<HttpResponse<byte[]>> coming, URI address) {
        try {
            // The request's own timeout ends with the first byte; a trickle must not hold the round longer.
            HttpResponse<byte[]> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            String why = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
            throw new AnchorIsRefused(address.getHost() + " did not answer as it should" + why + ".");
        } catch (TimeoutException late) {
            throw new AnchorIsRefused(
                    address.getHost() + " took longer than " + patience.toSeconds() + " s to answer.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnchorIsRefused("The server is stopping.");
        } finally {
            coming.cancel(true);
        }
    }
}
