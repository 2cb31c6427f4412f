package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageListingTest {
    private TestCloud cloud;

    @BeforeEach
    void producerHasFiveImages() {
        cloud = new TestCloud(Seed.standard());
        for (String name : List.of("c", "a", "e", "b", "d")) {
            cloud.move(Duration.ofSeconds(1));
            cloud.image("{\"name\":\"" + name + "\",\"tags\":[\"t\",\"" + name + "\"]}");
        }
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply list(String query) {
        return cloud.as("producer", "GET", "/v2/images" + query, "");
    }

    private String names(String query) {
        return names(list(query).json());
    }

    private static String names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("images").forEach(image -> names.add(image.path("name").textValue()));
        return String.join("", names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|dbeac",
                "?name=a|a",
                "?name=eq:a|a",
                "?tag=t&tag=b|b",
                "?tag=%20b%20|b",
                "?tag=x|''",
                "?status=queued|dbeac",
                "?status=active|''",
                "?status=nonsense|''",
                "?os_hidden=TRUE|''",
                "?os_hidden=False|dbeac",
                "?visibility=shared|dbeac",
                "?visibility=private|''",
                "?visibility=|''",
                "?member_status=all|dbeac",
                "?owner=nobody|''",
                "?limit=2|db",
                "?limit=0|''",
                "?limit=2&limit=4|''",
                "?limit=1_0|dbeac",
                "?name=a&name=b|b",
                "?sort=name:asc&sort=id|''",
                "?name=in:a,b|ba",
                "?name=in:|''",
                "?deleted_at=x|''",
                "?save=x|''",
                "?colour=blue|''",
                "?size=x|''",
                "?size_min=0|''",
                "?visibility=all&visibility=shared&min_ram=0|dbeac",
                "?visibility=private&visibility=shared&min_ram=0|''",
                "?visibility=shared&visibility=all&min_ram=0|''",
                "?min_ram=0|dbeac",
                "?min_ram=0.0&min_ram_max=99999999999999999999|dbeac",
                "?min_ram=1&min_ram_min=0|''",
                "?min_disk=gt:0|''",
                "?created_at=lt:2999|dbeac",
                "?limit=99999999999999999999|dbeac",
                "?deleted=true|dbeac",
                "?sort=name:asc|abcde",
                "?sort=name|edcba",
                "?sort=name:asc&limit=2|ab",
                "?sort_key=name&sort_dir=asc|abcde",
                "?sort_key=status&sort_key=name&sort_dir=asc|abcde",
                "?sort=status:asc,name:desc|edcba",
                "?sort_key=size&sort_dir=asc|caebd",
                "?sort_dir=asc|caebd"
            })
    void queryChoosesAndOrders(String query, String names) {
        assertThat(names(query)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=x|limit param must be an integer",
                "?limit=|limit param must be an integer",
                "?limit=1.5|limit param must be an integer",
                "?limit=-1|limit param must be positive",
                "?marker=zz|No image found with ID zz",
                "?sort=name&marker=zz|No image found with ID zz",
                "?visibility=&marker=zz|No image found with ID zz",
                "?name=in:&marker=zz|No image found with ID zz",
                "?name=foo:x|Unable to filter by unknown operator 'foo'.",
                "?os_hidden=x|Invalid value 'x' for 'os_hidden' filter. Valid values are 'true' or 'false'.",
                "?visibility=secret|Invalid visibility value: secret",
                "?member_status=perhaps|Invalid status: perhaps",
                "?member_status=|Invalid status:",
                "?changes-since=x|The \"changes-since\" filter is no longer available on v2.",
                "?sort=name&sort_key=name|Old and new sorting syntax cannot be combined",
                "?sort=name:sideways|Invalid sort direction: sideways",
                "?sort_key=name&sort_key=id&sort_key=size&sort_dir=asc&sort_dir=desc|Number of sort dirs does not match the number of sort keys",
                "?protected=True|Invalid value 'True' for 'protected' filter. Valid values are 'true' or 'false'.",
                "?name=in:%22a|Invalid filter value \"a. The quote is not closed.",
                "?size_min=x|Unable to filter on a range with a non-numeric value.",
                "?size_min=x&name=x:y|Unable to filter on a range with a non-numeric value.",
                "?name=x:y&size_min=x|Unable to filter by unknown operator 'x'.",
                "?created_at=gt:yesterday|Bad \"created_at\" query filter format. Use ISO 8601 DateTime notation.",
                "?updated_at=in:2026|Unable to filter on a unknown operator.",
                "?changes-since=x&member_status=x|The \"changes-since\" filter is no longer available on v2.",
                "?limit=x&member_status=x|Invalid status: x",
                "?limit=x&visibility=x|Invalid visibility value: x",
                "?sort=x&limit=x|limit param must be an integer",
                "?protected=x&sort=name:x|Invalid sort direction: x",
                "?protected=x&os_hidden=Y|Invalid value 'y' for 'os_hidden' filter. Valid values are 'true' or 'false'.",
                "?size_min=x&protected=x|Invalid value 'x' for 'protected' filter. Valid values are 'true' or 'false'.",
                "?marker=zz&size_min=x|Unable to filter on a range with a non-numeric value.",
                "?sort=x:y&sort_dir=z|Old and new sorting syntax cannot be combined",
                "?colour_min=5|This service does not support the filter 'colour_min'.",
                "?properties=x|This service does not support the filter 'properties'."
            })
    void badQueryIsRefused(String query, String text) {
        Reply reply = list(query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.refusal()).isEqualTo(text);
    }

    @Test
    void unknownSortKeyIsRefusedWithTheKnownOnes() {
        assertThat(list("?sort_key=nonsense").refusal())
                .isEqualTo(
                        "Invalid sort key: nonsense. It must be one of the following: name, status, container_format,"
                                + " disk_format, size, id, created_at, updated_at.");
    }

    @ParameterizedTest
    @CsvSource({"?limit=2", "?limit=2&sort=name:asc", "?limit=2&sort_key=size&tag=t"})
    void nextLinksLeadToEachImageOnce(String query) {
        StringBuilder met = new StringBuilder();
        JsonNode page = list(query).json();
        met.append(names(page));
        while (page.has("next")) {
            String next = page.path("next").textValue();
            assertThat(next).startsWith("/v2/images?limit=2&");
            page = cloud.as("producer", "GET", next, "").json();
            met.append(names(page));
        }

        assertThat(met.toString()).hasSize(5).contains("a", "b", "c", "d", "e");
    }

    @Test
    void linksKeepTheLastOfARepeatedParameterAndDropTheMarker() {
        JsonNode page = list("?tag=t&tag=a+b%26&tag=t&limit=1").json();

        assertThat(page.path("first").textValue()).isEqualTo("/v2/images?tag=t&limit=1");
        assertThat(list("?name=a%20b:c".replace(":c", "")).json().path("first").textValue())
                .isEqualTo("/v2/images?name=a+b");
        assertThat(page.path("schema").textValue()).isEqualTo("/v2/schemas/images");
    }

    @Test
    void fullLastPageHasANextThatIsEmpty() {
        JsonNode page = list("?limit=5").json();

        JsonNode next =
                cloud.as("producer", "GET", page.path("next").textValue(), "").json();

        assertThat(next.path("images")).isEmpty();
        assertThat(next.has("next")).isFalse();
        assertThat(list("?limit=6").json().has("next")).isFalse();
        assertThat(list("?limit=0").json().has("next")).isFalse();
    }

    @Test
    void markerThatTheCallerDoesNotSeeIsForbidden() {
        String id = cloud.image("{}");

        assertThat(cloud.as("bystander", "GET", "/v2/images?marker=" + id, "").status())
                .isEqualTo(403);
    }
}
