package org.glance4j.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
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

    record ImagesRow(
            @JsonProperty("images") List<ImageRow> images,
            @JsonProperty("next") @Nullable String next) {}
}
