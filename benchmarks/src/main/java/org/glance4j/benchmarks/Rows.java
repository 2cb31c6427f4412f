package org.glance4j.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wire form as records, the way an application writes them for Jackson. */
final class Rows {
    private Rows() {}

    record MemberRow(
            @JsonProperty("member_id") String memberId,
            @JsonProperty("image_id") String imageId,
            @JsonProperty("status") String status,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("updated_at") Instant updatedAt) {}

    record MembersRow(@JsonProperty("members") List<MemberRow> members) {}

    record StatusRow(@JsonProperty("status") String status) {}

    record ImageRow(
            @JsonProperty("id") String id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("status") String status,
            @JsonProperty("visibility") String visibility,
            @JsonProperty("owner") String owner,
            @JsonProperty("protected") boolean isProtected,
            @JsonProperty("os_hidden") boolean hidden,
            @JsonProperty("disk_format") @Nullable String diskFormat,
            @JsonProperty("container_format") @Nullable String containerFormat,
            @JsonProperty("min_disk") int minDisk,
            @JsonProperty("min_ram") int minRam,
            @JsonProperty("tags") List<String> tags,
            @JsonProperty("size") @Nullable Long size,
            @JsonProperty("virtual_size") @Nullable Long virtualSize,
            @JsonProperty("checksum") @Nullable String checksum,
            @JsonProperty("os_hash_algo") @Nullable String hashAlgorithm,
            @JsonProperty("os_hash_value") @Nullable String hashValue,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("updated_at") Instant updatedAt) {}

    /** One change of a JSON patch. */
    record ChangeRow(
            @JsonProperty("op") String op,
            @JsonProperty("path") String path,
            @JsonProperty("value") String value) {}

    record MethodRow(@JsonProperty("name") String name) {}

    record ImportRow(@JsonProperty("method") MethodRow method) {}

    record TaskRow(
            @JsonProperty("id") String id,
            @JsonProperty("type") String type,
            @JsonProperty("status") String status,
            @JsonProperty("owner") String owner,
            @JsonProperty("image_id") String imageId,
            @JsonProperty("input") Map<String, Object> input,
            @JsonProperty("result") @Nullable Map<String, Object> result,
            @JsonProperty("message") String message,
            @JsonProperty("created_at") LocalDateTime createdAt,
            @JsonProperty("updated_at") LocalDateTime updatedAt,
            @JsonProperty("expires_at") @Nullable LocalDateTime expiresAt) {}

    record TasksRow(@JsonProperty("tasks") List<TaskRow> tasks) {}

    record PropertyRow(
            @JsonProperty("title") String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("type") String type,
            @JsonProperty("enum") @Nullable List<String> allowed) {}

    record NamespaceRow(
            @JsonProperty("namespace") String namespace,
            @JsonProperty("display_name") @Nullable String displayName,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("visibility") String visibility,
            @JsonProperty("protected") boolean isProtected,
            @JsonProperty("owner") String owner,
            @JsonProperty("properties") Map<String, PropertyRow> properties,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("updated_at") Instant updatedAt) {}

    record ImagesRow(
            @JsonProperty("images") List<ImageRow> images,
            @JsonProperty("next") @Nullable String next) {}
}
