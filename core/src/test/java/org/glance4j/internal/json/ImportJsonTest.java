package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.junit.jupiter.api.Test;

/** Imports, their methods, and stores. */
class ImportJsonTest {
    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String written(ImageImport wanted) {
        return new String(ImportJson.write(wanted), StandardCharsets.UTF_8);
    }

    @Test
    void whatTheServiceTakesForGrantedIsLeftOut() {
        assertThat(written(ImageImport.glanceDirect())).isEqualTo("{\"method\":{\"name\":\"glance-direct\"}}");
        assertThat(written(ImageImport.webDownload(URI.create("http://h/x?y=1"))))
                .isEqualTo("{\"method\":{\"name\":\"web-download\",\"uri\":\"http://h/x?y=1\"}}");
    }

    @Test
    void storesAndChoicesAreWritten() {
        assertThat(written(ImageImport.copyImage()
                        .toStores(StoreId.of("a"), StoreId.of("b"), StoreId.of("a"))
                        .allowingFailures()))
                .isEqualTo("{\"method\":{\"name\":\"copy-image\"},\"stores\":[\"a\",\"b\"],"
                        + "\"all_stores_must_succeed\":false}");
        assertThat(written(ImageImport.glanceDirect().toAllStores())).endsWith("\"all_stores\":true}");
        assertThat(written(ImageImport.glanceDownload("north", ImageId.of("i")).throughInterface("internal")))
                .isEqualTo("{\"method\":{\"name\":\"glance-download\",\"glance_region\":\"north\","
                        + "\"glance_image_id\":\"i\",\"glance_service_interface\":\"internal\"}}");
    }

    @Test
    void methodsAreReadAndWrittenUnknownOnesToo() {
        byte[] document = ImportJson.writeMethods(List.of(ImportMethod.GLANCE_DIRECT, ImportMethod.of("osmosis")));
        assertThat(ImportJson.readMethods(document))
                .containsExactly(ImportMethod.GLANCE_DIRECT, ImportMethod.of("osmosis"));
        assertThat(ImportJson.readMethods(bytes("{\"x\":[],\"import-methods\":{\"value\":null,\"y\":{}}}")))
                .isEmpty();
        for (String bad : List.of("{}", "{\"import-methods\":{}}", "{\"import-methods\":[]}", "[]")) {
            assertThatThrownBy(() -> ImportJson.readMethods(bytes(bad))).isInstanceOf(WireFormatException.class);
        }
    }

    @Test
    void flagsOfStoresAreStringsAndAbsentWhereTheyDoNotHold() {
        List<Store> stores = StoreJson.readList(bytes("{\"stores\":[{\"id\":\"a\",\"default\":\"true\"},"
                + "{\"id\":\"b\",\"description\":\"d\",\"read-only\":true,\"type\":\"rbd\",\"weight\":3,"
                + "\"properties\":{\"pool\":\"p\"}}]}"));
        Store first = stores.get(0);
        Store second = stores.get(1);
        assertThat(first.isDefault()).isTrue();
        assertThat(first.isReadOnly()).isFalse();
        assertThat(second.isDefault()).isFalse();
        assertThat(second.isReadOnly()).isTrue();
        assertThat(second.properties()).isEqualTo(Map.of("pool", "p"));
        assertThat(second.otherFields()).containsKey("weight");
        assertThat(StoreJson.readList(StoreJson.writeList(stores))).isEqualTo(stores);
        assertThat(new String(StoreJson.writeList(List.of(first)), StandardCharsets.UTF_8))
                .isEqualTo("{\"stores\":[{\"id\":\"a\",\"default\":\"true\"}]}");
    }

    @Test
    void listOfStoresThatIsNoneIsRefused() {
        for (String bad : List.of(
                "{}",
                "{\"stores\":{}}",
                "{\"stores\":[{}]}",
                "{\"stores\":[{\"id\":\"a\",\"id\":\"b\"}]}",
                "{\"stores\":[{\"id\":\"a\",\"x\":1,\"x\":2}]}",
                "{\"stores\":[],\"stores\":[]}",
                "{\"stores\":[{\"id\":\"a\",\"properties\":[]}]}")) {
            assertThatThrownBy(() -> StoreJson.readList(bytes(bad))).isInstanceOf(WireFormatException.class);
        }
    }
}
