package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.glance4j.error.Effect;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.feign.PlainServer.Request;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.StoreId;
import org.glance4j.testing.Soak;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ids, tags and names of every kind: the server decodes exactly what was passed, or the call was refused before anything was
 * sent. What is decoded here is decoded by hand, and not by what encodes.
 */
class OddTextsTest {
    private static final int FULL = 1_000_000;
    private static final int SMALL = 10_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NO_CONTENT = head("204 No Content", 0);
    private static final byte[] IMAGE = json(Stubs.image(""));
    private static final byte[] MEMBER = json(Stubs.member("pending"));
    private static final byte[] MEMBERS = json("{\"members\":[]}");
    private static final byte[] PAGE = json("{\"images\":[]}");

    /** Where a text goes, and what has to arrive there. */
    private enum Place {
        IMAGE_ID {
            @Override
            void call(FeignTransport transport, String text) {
                assertThat(transport.images().get(ImageId.of(text))).isNotNull();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "GET", "v2", "images", text);
            }
        },
        DELETED_IMAGE_ID {
            @Override
            void call(FeignTransport transport, String text) {
                transport.images().delete(ImageId.of(text));
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "DELETE", "v2", "images", text);
            }
        },
        DOWNLOADED_IMAGE_ID {
            @Override
            void call(FeignTransport transport, String text) throws IOException {
                try (ImageDownload download = transport.data().download(ImageId.of(text))) {
                    assertThat(download.sizeBytes()).hasValue(0);
                }
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "GET", "v2", "images", text, "file");
            }
        },
        PATCHED_IMAGE_ID_AND_NAME {
            @Override
            void call(FeignTransport transport, String text) {
                ImagePatch patch = ImagePatch.builder().name(text).build();
                assertThat(transport.images().update(ImageId.of(text), patch)).isNotNull();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "PATCH", "v2", "images", text);
                JsonNode change = JSON.readTree(request.body()).get(0);
                assertThat(change.get("path").textValue()).isEqualTo("/name");
                assertThat(change.get("value").textValue()).isEqualTo(text);
            }
        },
        TAG {
            @Override
            void call(FeignTransport transport, String text) {
                transport.images().addTag(Stubs.IMAGE, text);
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "PUT", "v2", "images", Stubs.IMAGE.value(), "tags", text);
            }
        },
        REMOVED_TAG {
            @Override
            void call(FeignTransport transport, String text) {
                transport.images().removeTag(ImageId.of(text), text);
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "DELETE", "v2", "images", text, "tags", text);
            }
        },
        STORE_ID {
            @Override
            void call(FeignTransport transport, String text) {
                transport.stores().delete(StoreId.of(text), ImageId.of(text));
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "DELETE", "v2", "stores", text, text);
            }
        },
        UPLOAD_STORE_ID {
            @Override
            void call(FeignTransport transport, String text) {
                transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[0]), StoreId.of(text));
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "PUT", "v2", "images", Stubs.IMAGE.value(), "file");
                assertThat(request.headers()).containsEntry("x-image-meta-store", text);
            }
        },
        IMPORTED_TEXTS {
            @Override
            void call(FeignTransport transport, String text) {
                ImageImport wanted = new ImageImport(
                        ImportMethod.of(text),
                        text,
                        text,
                        ImageId.of(text),
                        text,
                        List.of(StoreId.of(text)),
                        false,
                        true);
                transport.imports().importImage(Stubs.IMAGE, wanted);
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "POST", "v2", "images", Stubs.IMAGE.value(), "import");
                JsonNode body = JSON.readTree(request.body());
                assertThat(body.get("stores").get(0).textValue()).isEqualTo(text);
                JsonNode method = body.get("method");
                assertThat(method.size()).isEqualTo(5);
                method.forEach(value -> assertThat(value.textValue()).isEqualTo(text));
            }
        },
        ADDED_MEMBER_ID {
            @Override
            void call(FeignTransport transport, String text) {
                assertThat(transport.members().add(Stubs.IMAGE, ProjectId.of(text)))
                        .isNotNull();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "POST", "v2", "images", Stubs.IMAGE.value(), "members");
                assertThat(JSON.readTree(request.body()).get("member").textValue())
                        .isEqualTo(text);
            }
        },
        MEMBER_ID {
            @Override
            void call(FeignTransport transport, String text) {
                assertThat(transport
                                .members()
                                .updateStatus(ImageId.of(text), ProjectId.of(text), MemberStatus.REJECTED))
                        .isNotNull();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "PUT", "v2", "images", text, "members", text);
            }
        },
        MEMBERS_OF_IMAGE_ID {
            @Override
            void call(FeignTransport transport, String text) {
                assertThat(transport.members().list(ImageId.of(text))).isEmpty();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "GET", "v2", "images", text, "members");
            }
        },
        NEW_NAME_TAG_AND_PROPERTY {
            @Override
            void call(FeignTransport transport, String text) {
                NewImage image =
                        NewImage.named(text).tag(text).property("odd", text).build();
                assertThat(transport.images().create(image)).isNotNull();
            }

            @Override
            void check(Request request, String text) throws IOException {
                assertPath(request, "POST", "v2", "images");
                JsonNode image = JSON.readTree(request.body());
                assertThat(image.get("name").textValue()).isEqualTo(text);
                assertThat(image.get("tags").get(0).textValue()).isEqualTo(text);
                assertThat(image.get("odd").textValue()).isEqualTo(text);
            }
        },
        SOUGHT_NAME_TAG_AND_MARKER {
            @Override
            void call(FeignTransport transport, String text) {
                ImageQuery query = ImageQuery.builder()
                        .name(text)
                        .tag(text)
                        .tag("second")
                        .marker(ImageId.of(text))
                        .build();
                assertThat(transport.images().list(query).items()).isEmpty();
            }

            @Override
            void check(Request request, String text) throws IOException {
                int mark = request.target().indexOf('?');
                assertThat(request.target().substring(0, mark)).isEqualTo("/v2/images");
                List<String> parameters = new ArrayList<>();
                for (String parameter : request.target().substring(mark + 1).split("&", -1)) {
                    // A parameter without a sign of equality is one of no characters.
                    parameters.add(decoded(parameter.indexOf('=') < 0 ? parameter + "=" : parameter));
                }
                String name = text.indexOf(':') < 0 ? text : "eq:" + text;
                assertThat(parameters)
                        .containsExactlyInAnyOrder("name=" + name, "tag=" + text, "tag=second", "marker=" + text);
            }
        },
        SOUGHT_PROPERTY_AND_HASH {
            @Override
            void call(FeignTransport transport, String text) {
                ImageQuery query = ImageQuery.builder()
                        .property(text, text)
                        .checksum(text)
                        .hashValue(text)
                        .build();
                assertThat(transport.images().list(query).items()).isEmpty();
            }

            @Override
            void check(Request request, String text) throws IOException {
                String target = request.target();
                String[] parameters = target.substring(target.indexOf('?') + 1).split("&", -1);
                assertThat(parameters).hasSize(3);
                assertThat(decoded(parameters[0])).isEqualTo("checksum=" + text);
                assertThat(decoded(parameters[1])).isEqualTo("os_hash_value=" + text);
                int equals = parameters[2].indexOf('=');
                assertThat(decoded(parameters[2].substring(0, equals))).isEqualTo(text);
                assertThat(decoded(parameters[2].substring(equals + 1))).isEqualTo(text);
            }
        };

        abstract void call(FeignTransport transport, String text) throws IOException;

        abstract void check(Request request, String text) throws IOException;
    }

    /** What became of the texts at one place. */
    private static final class Tally {
        private int sent;
        private int refused;
    }

    @Test
    void whatArrivesIsWhatWasPassedOrNothingWasSent() throws IOException {
        run(SMALL);
    }

    @Test
    @Tag("soak")
    void whatArrivesIsWhatWasPassedOrNothingWasSentAMillionTimes() throws IOException {
        run(Soak.times(FULL));
    }

    private static void run(int texts) throws IOException {
        long seed = Long.getLong("glance4j.odd.seed", new SplittableRandom().nextLong());
        System.out.println("odd texts: " + texts + " with -Dglance4j.odd.seed=" + seed);
        OddTexts odd = new OddTexts(seed);
        Map<Place, Tally> tallies = new EnumMap<>(Place.class);
        try (PlainServer server = new PlainServer(OddTextsTest::answer);
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(server.url())
                        .tokenSource(new Stubs.FixedToken())
                        .build()) {
            for (int i = 0; i < texts; i++) {
                Place place = Place.values()[i % Place.values().length];
                Tally tally = tallies.computeIfAbsent(place, ignored -> new Tally());
                String text = odd.next();
                int before = server.count();
                try {
                    place.call(transport, text);
                } catch (InvalidRequestException e) {
                    assertThat(e.effect()).isEqualTo(Effect.NOT_SENT);
                    assertThat(server.count()).isEqualTo(before);
                    tally.refused++;
                    continue;
                }
                assertThat(server.count()).isEqualTo(before + 1);
                check(place, server.last(), text);
                tally.sent++;
            }
        }
        tallies.forEach(
                (place, tally) -> System.out.printf("%-28s sent %7d, refused %7d%n", place, tally.sent, tally.refused));
        assertThat(tallies.values()).allMatch(tally -> tally.sent > 0 && tally.refused > 0);
    }

    private static void check(Place place, Request request, String text) {
        try {
            assertThat(request.line()).matches("[A-Z]+ [!-~]+ HTTP/1\\.1");
            assertThat(request.target()).startsWith("/v2/");
            assertThat(request.headers().keySet()).allMatch(HEADERS::contains);
            assertThat(request.headers()).containsEntry("x-auth-token", Stubs.TOKEN + 0);
            place.check(request, text);
        } catch (IOException | AssertionError e) {
            throw new AssertionError(place + " of '" + text + "': " + request.line(), e);
        }
    }

    private static final Set<String> HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent",
            "x-auth-token",
            "x-image-meta-store");

    private static void assertPath(Request request, String method, String... segments) throws IOException {
        assertThat(request.method()).isEqualTo(method);
        List<String> decoded = new ArrayList<>();
        for (String segment : request.target().substring(1).split("/", -1)) {
            assertThat(segment).isNotIn("", ".", "..").doesNotContain("?", "#", ";");
            decoded.add(decoded(segment));
        }
        assertThat(decoded).containsExactly(segments);
    }

    /** Takes percent-encoding apart, byte by byte, and the bytes as UTF-8 and nothing else. */
    private static String decoded(String text) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.put((byte)
                        (Character.digit(text.charAt(i + 1), 16) << 4 | Character.digit(text.charAt(i + 2), 16)));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    private static byte[] answer(Request request) {
        String[] segments = request.target().split("[/?]", -1);
        String under = segments.length > 4 ? segments[4] : "";
        if (request.method().equals("DELETE") || under.equals("tags")) {
            return NO_CONTENT;
        }
        if (under.equals("import")) {
            return head("202 Accepted", 0);
        }
        if (under.equals("file")) {
            return request.method().equals("PUT") ? NO_CONTENT : head("200 OK", 0);
        }
        if (request.method().equals("GET")) {
            boolean one = request.target().startsWith("/v2/images/");
            return under.equals("members") ? MEMBERS : one ? IMAGE : PAGE;
        }
        return under.equals("members") ? MEMBER : IMAGE;
    }

    private static byte[] head(String status, int length) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(String document) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        byte[] head = head("200 OK", body.length);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
    }
}
