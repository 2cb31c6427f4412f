package org.glance4j.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answers, head and body, in the shape that Glance 25.1.0 gives them. An image's id ends in a decimal number that says what
 * is asked for: so many members, or so many bytes.
 */
public final class Answers {
    /** How many images the walk finds. */
    public static final int IMAGES = 10_000;

    /** How many images a page holds. */
    public static final int PAGE = 100;

    /** How many tasks an image has. */
    public static final int TASKS = 25;

    /** A namespace of the catalog. */
    public static final String NAMESPACE = "OS::Compute::Libvirt";

    private static final int PROPERTIES = 20;
    private static final String IMAGE_ID = "6c400f7a-46f8-4a13-bf1a-";
    private static final int NUMBER_LENGTH = 12;
    private static final int CHUNK = 64 << 10;

    private final byte[] member = json(member(0, 0));
    private final byte[] noContent =
            head("204 No Content", "Content-Type: text/html; charset=UTF-8", 0).getBytes(ISO_8859_1);
    private final byte[] notFound =
            head("404 Not Found", "Content-Type: text/plain", 0).getBytes(ISO_8859_1);
    private final byte[] accepted =
            head("202 Accepted", "Content-Type: text/html; charset=UTF-8", 0).getBytes(ISO_8859_1);
    private final byte[] tasks = json(tasks(TASKS));
    private final byte[] namespace = json(namespace());
    private final Map<Integer, byte[]> lists = new HashMap<>();
    private final List<byte[]> pages = new ArrayList<>();
    private final Map<Long, byte[]> holding = new ConcurrentHashMap<>();

    /** Prepares every answer. */
    public Answers() {
        for (int count : List.of(2, 100)) {
            lists.put(count, json(members(count)));
        }
        for (int first = 0; first < IMAGES; first += PAGE) {
            pages.add(json(page(first)));
        }
    }

    /**
     * Returns an image's id.
     *
     * @param number what it says
     * @return the id
     */
    public static String imageId(long number) {
        return IMAGE_ID + String.format("%0" + NUMBER_LENGTH + "d", number);
    }

    /**
     * Returns a member's id.
     *
     * @param number which one
     * @return the id
     */
    public static String memberId(int number) {
        return String.format("35cd0775fc6c4ac4a64c%012d", number);
    }

    byte[] member() {
        return member;
    }

    byte[] accepted() {
        return accepted;
    }

    byte[] ofTasks() {
        return tasks;
    }

    byte[] ofNamespace() {
        return namespace;
    }

    byte[] noContent() {
        return noContent;
    }

    byte[] notFound() {
        return notFound;
    }

    byte[] members(long number) {
        return lists.getOrDefault((int) number, notFound);
    }

    /** Returns the page behind an image. */
    byte[] pageBehind(long marker) {
        return pages.get((int) ((marker + 1) / PAGE));
    }

    static String dataHead(long bytes) {
        return head("200 OK", "Content-Type: application/octet-stream", bytes);
    }

    /** Returns the number at the end of the image's id in a path or query, -1 where there is no id. */
    static long number(String target) {
        int at = target.indexOf(IMAGE_ID);
        if (at < 0) {
            return -1;
        }
        int digits = at + IMAGE_ID.length();
        return Long.parseLong(target.substring(digits, digits + NUMBER_LENGTH));
    }

    private static byte[] json(String body) {
        int length = body.getBytes(UTF_8).length;
        return (head("200 OK", "Content-Type: application/json", length) + body).getBytes(UTF_8);
    }

    private static String head(String status, String type, long length) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n" + type
                + "\r\nX-Openstack-Request-Id: req-663c3a94-b3bd-44da-9c2d-89027e163821"
                + "\r\nDate: Mon, 23 Nov 2026 12:54:47 GMT\r\n\r\n";
    }

    private static String members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> member(count, i))
                .collect(Collectors.joining(", ", "{\"members\": [", "], \"schema\": \"/v2/schemas/members\"}"));
    }

    private static String member(int image, int number) {
        return """
                {"member_id": "%s", "image_id": "%s", "status": "accepted", \
                "created_at": "2026-11-23T12:54:47Z", "updated_at": "2026-11-23T12:54:48Z", \
                "schema": "/v2/schemas/member"}""".formatted(memberId(number), imageId(image));
    }

    private static String tasks(int count) {
        return IntStream.range(0, count)
                .mapToObj(Answers::task)
                .collect(Collectors.joining(", ", "{\"tasks\": [", "]}"));
    }

    private static String task(int number) {
        return """
                {"id": "1ec5438d-3570-4bdb-b6aa-%012d", "type": "api_image_import", "status": "success", \
                "owner": "9c08b973da454e2f88242da9dc439c6a", "expires_at": "2026-11-25T12:54:55.416684", \
                "created_at": "2026-11-23T12:54:55.270567", "updated_at": "2026-11-23T12:54:55.421588", \
                "deleted_at": null, "deleted": false, "image_id": "%s", \
                "request_id": "req-67786ee8-6fd3-4c17-a3fa-0bcdd78e74f3", "user_id": "7b856ffe1fa44aed819faf0f92506b1b", \
                "input": {"image_id": "%2$s", "import_req": {"method": {"name": "glance-direct"}, "stores": ["fast"]}, \
                "backend": ["fast"]}, "result": {"image_id": "%2$s"}, "message": "Copied 0 MiB"}""".formatted(number, imageId(0));
    }

    private static String namespace() {
        String properties = IntStream.range(0, PROPERTIES)
                .mapToObj(number -> """
                "hw_%d": {"title": "Property %d", "description": "What an image asks of the host, number %d", \
                "operators": ["<or>"], "type": "string", "enum": ["scsi", "virtio", "ide", "usb"]}""".formatted(number, number, number))
                .collect(Collectors.joining(", "));
        return """
                {"created_at": "2026-11-23T12:54:45Z", "updated_at": "2026-11-23T12:54:46Z", "namespace": "%s", \
                "display_name": "libvirt Driver Options", "description": "What the compute driver makes of an image.", \
                "visibility": "public", "protected": true, "owner": "admin", \
                "resource_type_associations": [{"name": "OS::Glance::Image", "prefix": "hw_"}], \
                "properties": {%s}, "self": "/v2/metadefs/namespaces/%1$s", \
                "schema": "/v2/schemas/metadefs/namespace"}""".formatted(NAMESPACE, properties);
    }

    private static String page(int first) {
        String images =
                IntStream.range(first, first + PAGE).mapToObj(Answers::image).collect(Collectors.joining(", "));
        String next = first + PAGE == IMAGES
                ? ""
                : ", \"next\": \"/v2/images?limit=%d&marker=%s\"".formatted(PAGE, imageId(first + PAGE - 1));
        return "{\"images\": [%s], \"first\": \"/v2/images?limit=%d\", \"schema\": \"/v2/schemas/images\"%s}"
                .formatted(images, PAGE, next);
    }

    /** Returns the record of an image that has so many bytes of zero. */
    byte[] holding(long bytes) {
        return holding.computeIfAbsent(bytes, size -> json(image(size, size, zeroHash(size))));
    }

    private static String zeroHash(long bytes) {
        try {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            byte[] chunk = new byte[CHUNK];
            for (long left = bytes; left > 0; left -= chunk.length) {
                sha512.update(chunk, 0, (int) Math.min(left, chunk.length));
            }
            return HexFormat.of().formatHex(sha512.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    private static String image(int number) {
        return image(number, 140, "0123456789abcdef".repeat(8));
    }

    private static String image(long number, long size, String hash) {
        String id = imageId(number);
        return """
                {"name": "debian-12-%d", "disk_format": "raw", "container_format": "bare", \
                "visibility": "shared", "size": %d, "virtual_size": %d, "status": "active", \
                "checksum": "54e5c6d13c17074f8bfcb6b7eaaaae6e", "protected": false, "min_ram": 0, "min_disk": 0, \
                "owner": "9c08b973da454e2f88242da9dc439c6a", "os_hidden": false, "os_hash_algo": "sha512", \
                "os_hash_value": "%s", "id": "%s", "created_at": "2026-11-23T12:54:45Z", \
                "updated_at": "2026-11-23T12:54:46Z", "tags": ["lts"], "self": "/v2/images/%s", \
                "file": "/v2/images/%s/file", "schema": "/v2/schemas/image", "stores": "fast"}""".formatted(number, size, size, hash, id, id, id);
    }
}
