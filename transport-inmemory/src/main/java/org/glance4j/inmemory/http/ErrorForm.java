package org.glance4j.inmemory.http;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three forms of an error's body, chosen by the request's {@code Accept}: HTML where it is wanted as much as JSON, JSON
 * where that is preferred, plain text otherwise. Source: {@code webob/exc.py} (WSGIHTTPException), as Glance 25.1.0 uses it.
 */
enum ErrorForm {
    HTML("text/html", "text/html; charset=UTF-8"),
    JSON("application/json", "application/json"),
    PLAIN("text/plain", "text/plain; charset=UTF-8");

    private final String mediaType;
    private final String contentType;

    ErrorForm(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    static ErrorForm of(Optional<String> accept) {
        if (accept.isEmpty() || accept.get().isBlank()) {
            return PLAIN;
        }
        List<AcceptRange> ranges = AcceptRange.parse(accept.get());
        // A stable sort: of two forms wanted equally, HTML comes first.
        return List.of(HTML, JSON).stream()
                .filter(form -> AcceptRange.quality(ranges, form.mediaType) > 0)
                .sorted(Comparator.comparingDouble((ErrorForm form) -> -AcceptRange.quality(ranges, form.mediaType)))
                .findFirst()
                .orElse(PLAIN);
    }

    WireResponse render(int status, String text) {
        String line = status + " " + phrase(status);
        String body = switch (this) {
            case HTML ->
                "<html>\n <head>\n  <title>" + line + "</title>\n </head>\n <body>\n  <h1>" + line + "</h1>\n  "
                        + message(status, escape(text)) + "\n </body>\n</html>";
            case JSON ->
                "{\"message\": " + JsonText.quoted(message(status, text)) + ", \"code\": \"" + line
                        + "\", \"title\": \"" + phrase(status) + "\"}";
            case PLAIN -> line + "\n\n" + markupFree(message(status, text));
        };
        return WireResponse.of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** What is general comes first, what is special behind a line of its own. Some refusals are general alone. */
    private static String message(int status, String text) {
        if (status == 405 || status == 415) {
            return text + " <br /><br />\n";
        }
        String general = general(status);
        return text.startsWith(general + " ")
                ? general + "<br /><br />\n" + text.substring(general.length() + 1) + "\n\n"
                : text + "<br /><br />\n\n\n";
    }

    private static String general(int status) {
        return switch (status) {
            case 403 -> "Access was denied to this resource.";
            case 404 -> "The resource could not be found.";
            case 409 -> "There was a conflict when trying to complete your request.";
            case 416 -> "The Range requested is not available.";
            default ->
                "The server could not comply with the request since it is either malformed or otherwise incorrect.";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }

    private static String markupFree(String text) {
        return text.replace('\n', ' ').replaceAll("<br[^>]*>", "\n").replaceAll("<[^>]*>", "");
    }

    static String phrase(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            case 416 -> "Request Range Not Satisfiable";
            case 429 -> "Too Many Requests";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Internal Server Error";
        };
    }
}
