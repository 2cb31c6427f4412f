package org.glance4j.inmemory.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.wire;
import static org.glance4j.inmemory.contract.EngineCall.ADMIN;
import static org.glance4j.inmemory.contract.EngineRule.allowed;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.model.Operation.DEACTIVATE_IMAGE;
import static org.glance4j.model.Operation.DOWNLOAD_DATA;
import static org.glance4j.model.Operation.UPLOAD_DATA;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glance4j.contract.WireAnswer;
import org.glance4j.contract.WireRequest;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImagePatch;
import org.glance4j.transport.ImageDownload;

/** The rules on data and status, and on what is said of refusals and versions, each broken once. */
final class DataCorruptions {
    private DataCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(uploading(), downloading(), answers()).flatMap(List::stream);
    }

    private static List<Corruption> uploading() {
        return List.of(
                calls("S-099", "the last byte of an upload is lost", UPLOAD_DATA, EngineRule::lastByteLost),
                calls(
                        "S-100",
                        "a second upload says nothing",
                        UPLOAD_DATA,
                        refused(ImageStatusConflictException.class, EngineRule::ignored)),
                calls(
                        "S-101",
                        "an image without formats is a raw one",
                        UPLOAD_DATA,
                        refused(InvalidRequestException.class, call -> {
                            ImagePatch formats = ImagePatch.builder()
                                    .diskFormat(DiskFormat.RAW)
                                    .containerFormat(ContainerFormat.BARE)
                                    .build();
                            call.engine().update(ADMIN, call.image(), formats, false, () -> {});
                            return call.pass();
                        })),
                wire(
                        "S-102",
                        "data of any content type is taken",
                        (party, request, next) -> next.answer(
                                party,
                                request.method().equals("PUT")
                                                && request.target().endsWith("/file")
                                        ? request.header("Content-Type", "application/octet-stream")
                                        : request)));
    }

    private static List<Corruption> downloading() {
        return List.of(
                calls("S-103", "the first byte of a download is another", DOWNLOAD_DATA, call -> {
                    ImageDownload download = (ImageDownload) requireNonNull(call.pass());
                    byte[] data = download.stream().readAllBytes();
                    data[0]++;
                    return new ImageDownload(
                            new ByteArrayInputStream(data),
                            Long.valueOf(data.length),
                            download.checksum().orElse(null));
                }),
                calls(
                        "S-104",
                        "an image without data has data of no length",
                        DOWNLOAD_DATA,
                        refused(
                                NoImageDataException.class,
                                call -> new ImageDownload(InputStream.nullInputStream(), 0L, null))),
                calls(
                        "S-105",
                        "a range is all",
                        DOWNLOAD_DATA,
                        call -> call.with(ByteRange.class, null).pass()),
                calls(
                        "S-106",
                        "a deactivated image is downloaded by its owner",
                        DOWNLOAD_DATA,
                        allowed(ForbiddenException.class)),
                calls(
                        "S-107",
                        "deactivating a queued image says nothing",
                        DEACTIVATE_IMAGE,
                        refused(ForbiddenException.class, EngineRule::ignored)));
    }

    private static List<Corruption> answers() {
        return List.of(
                wire("S-113", "a refusal as HTML says nothing", (party, request, next) -> {
                    WireAnswer answer = next.answer(party, request);
                    boolean isHtml = answer.header("content-type").orElse("").startsWith("text/html");
                    return isHtml && answer.status() >= 400
                            ? new WireAnswer(
                                    answer.status(),
                                    Map.of(
                                            "Content-Type",
                                            "text/html; charset=UTF-8",
                                            "x-openstack-request-id",
                                            answer.header("x-openstack-request-id")
                                                    .orElse("")),
                                    "<html><body><h1>Refused</h1></body></html>".getBytes(UTF_8))
                            : answer;
                }),
                wire(
                        "S-116",
                        "the root asks for a token",
                        (party, request, next) -> next.answer(
                                party, request.target().equals("/") ? WireRequest.of("GET", "/v2/images") : request)));
    }
}
