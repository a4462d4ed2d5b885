package org.muniment.reading;

import java.util.stream.Collectors;
import org.muniment.archive.ArchivedMessage;
import org.muniment.message.Message;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.message.Placement;

/// This is the page shown inside the frame of the message view: the message's HTML bodies, made harmless.
final class HtmlPage {
    /// Nothing is loaded and nothing runs, whatever the sanitizer let through; only this server's page may frame it.
    static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'; sandbox";

    private static final String HEAD = """
            <!doctype html>
            <html lang="und">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>The message as its HTML shows it</title>
            <style>
            :root { color-scheme: light }
            body { margin: 1rem; font: 1rem/1.5 sans-serif; color: #1b2431; background: #fff; overflow-wrap: anywhere }
            img, table { max-width: 100% }
            img { height: auto }
            img[alt]:not([src]):not([alt=""]) { border: 1px dashed #6b7583; padding: 0.1rem 0.3rem }
            pre { white-space: pre-wrap }
            .link { color: #0b5394; text-decoration: underline dotted }
            </style>
            </head>
            <body>
            """;
    private static final String FOOT = "\n</body>\n</html>\n";

    private HtmlPage() {}

    static boolean isPossibleFor(Message message) {
        return message.parts().stream().anyMatch(HtmlPage::isHtmlBody);
    }

    static String of(ArchivedMessage capture, Message message) {
        CarriedPictures pictures = new CarriedPictures(capture, message);
        SafeHtml safe = new SafeHtml(pictures::byContentId);
        return message.parts().stream()
                .filter(HtmlPage::isHtmlBody)
                .map(part -> part.content() instanceof PartContent.Html html ? safe.of(html.html()) : "")
                .collect(Collectors.joining("\n<hr>\n", HEAD, FOOT));
    }

    private static boolean isHtmlBody(Part part) {
        boolean isBody = part.placement() == Placement.BODY || part.placement() == Placement.ALTERNATIVE;
        return isBody && part.content() instanceof PartContent.Html;
    }
}
