package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSourceTest {
    private static final URI ADDRESS = URI.create("https://user:secret@host.example:8443/image");

    @Test
    void whatIsNotFoundIsNamedWithoutItsPassword() {
        for (WebSource web : List.of(WebSource.none(), WebSource.of(Map.of()))) {
            assertThatThrownBy(() -> web.open(ADDRESS).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("https://host.example:8443/image")
                    .hasMessageNotContaining("secret");
        }
    }
}
