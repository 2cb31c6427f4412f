package org.glance4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.glance4j.error.Failure;
import org.junit.jupiter.api.Test;

class ShownAddressesTest {
    private static final String ADDRESS = "swift+https://tenant%3Auser:se/cret@host.example/box/image";

    @Test
    void noValueShowsAPasswordOfItsAddress() {
        assertThat(ImageLocation.at(ADDRESS).toString())
                .contains("swift+https://****@host.example/box/image")
                .doesNotContain("cret");
        assertThat(ImageImport.webDownload(URI.create("https://user:secret@host.example/image"))
                        .toString())
                .contains("https://****@host.example/image")
                .doesNotContain("secret");
        assertThat(ImportTaskInput.fromUrl(ADDRESS, DiskFormat.RAW, Map.of()).toString())
                .contains("host.example")
                .doesNotContain("cret");
        assertThat(ImageLocation.at("file:///var/lib/image").toString()).contains("url=file:///var/lib/image,");
    }

    @Test
    void noMessageShowsAPasswordThatTheServiceRepeats() {
        Failure failure = Failure.of(Operation.UPDATE_IMAGE)
                .serviceText("The location " + ADDRESS + " already exists")
                .build();
        assertThat(failure.describe()).contains("****@host.example").doesNotContain("cret");
        assertThat(failure.toString()).isEqualTo(failure.describe());
    }
}
