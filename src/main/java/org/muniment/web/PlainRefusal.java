package org.muniment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// This is a refusal said before the application proper is reached: plain text, readable in any browser.
enum PlainRefusal {
    BAD_REQUEST(HttpServletResponse.SC_BAD_REQUEST),
    FORBIDDEN(HttpServletResponse.SC_FORBIDDEN);

    private final int status;

    PlainRefusal(int status) {
        this.status = status;
    }

    void write(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
