package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those that Glance 25.1.0 answered with. */
class ImageBodiesTest {
    private final TestCloud cloud = new TestCloud(Seed.standard());

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply create(String body) {
        return cloud.as("producer", "POST", "/v2/images", body.replace('\'', '"'));
    }

    private Reply patch(String type, String id, String body) {
        return cloud.as("producer", "PATCH", "/v2/images/" + id, body.replace('\'', '"'), "Content-Type", type);
    }

    @Test
    void createdImageIsAnsweredWithItsAbsoluteLocation() {
        Reply reply = cloud.as("producer", "POST", "/v2/images", "{\"name\":\"n\",\"p\":\"v\"}", "Host", "example.org");

        JsonNode image = reply.json();
        String id = image.path("id").textValue();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).contains("http://example.org/v2/images/" + id);
        assertThat(image.path("status").textValue()).isEqualTo("queued");
        assertThat(image.path("visibility").textValue()).isEqualTo("shared");
        assertThat(image.path("created_at").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(image.path("p").textValue()).isEqualTo("v");
        assertThat(image.path("self").textValue()).isEqualTo("/v2/images/" + id);
        assertThat(image.path("size").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|400|Body expected in request.",
                "{|400|Malformed JSON in request body.",
                "{} {}|400|Malformed JSON in request body.",
                "5|400|Unexpected body type. Expected list/dict.",
                "[]|400|Expected an image in the form of a JSON object.",
                "{'self':'x'}|403|Attribute 'self' is read-only.",
                "{'stores':'x'}|403|Attribute 'stores' is read-only.",
                "{'size':5}|403|Attribute 'size' is read-only.",
                "{'size':'5'}|400|Provided object does not match schema 'image': '5' is not of type 'null', 'integer'",
                "{'checksum':'x'}|403|Attribute 'checksum' is read-only.",
                "{'locations':[]}|403|Access was denied to this resource. Attribute 'locations' is reserved.",
                "{'deleted':'x'}|403|Access was denied to this resource. Attribute 'deleted' is reserved.",
                "{'os_glance_x':'x'}|403|Access was denied to this resource. Attribute 'os_glance_x' is reserved.",
                "{'id':'xyz'}|400|Provided object does not match schema 'image': 'xyz' does not match '^([0-9a-fA-F]){8}",
                "{'name':5}|400|Provided object does not match schema 'image': 5 is not of type 'null', 'string'",
                "{'p':5}|400|Provided object does not match schema 'image': 5 is not of type 'string'",
                "{'p':['x']}|400|Provided object does not match schema 'image': ['x'] is not of type 'string'",
                "{'disk_format':'floppy'}|400|Provided object does not match schema 'image': 'floppy' is not one of [None, 'ami',",
                "{'visibility':null}|400|Provided object does not match schema 'image': None is not of type 'string'",
                "{'protected':'true'}|400|Provided object does not match schema 'image': 'true' is not of type 'boolean'",
                "{'tags':[5]}|400|Provided object does not match schema 'image': 5 is not of type 'string'",
                "{'min_ram':1.5}|400|Provided object does not match schema 'image': 1.5 is not of type 'integer'",
                "{'min_ram':true}|400|Provided object does not match schema 'image': True is not of type 'integer'",
                "{'min_disk':-1}|400|Invalid value '-1' for parameter 'min_disk': Cannot be a negative value",
                "{'min_ram':2147483648}|400|'min_ram' value out of range, must not exceed 2147483647.",
                "{'visibility':'public'}|403|You are not authorized to complete publicize_image action."
            })
    void badNewImageIsRefused(String body, int status, String text) {
        Reply reply = create(body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.refusal()).startsWith(text);
    }

    @Test
    void longTextsCountCharacters() {
        assertThat(create("{'name':'" + "ä".repeat(255) + "'}").status()).isEqualTo(201);
        assertThat(create("{'name':'" + "n".repeat(256) + "'}").refusal()).contains("is too long");
        assertThat(create("{'" + "k".repeat(256) + "':'v'}").refusal())
                .isEqualTo("Custom property should not be greater than 255 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|400|Body expected in request.",
                "{|400|Malformed JSON in request body.",
                "5|400|Unexpected body type. Expected list/dict.",
                "{}|400|Request body must be a JSON array of operation objects.",
                "[5]|400|Operations must be JSON objects.",
                "[{}]|400|Unable to find `op` in JSON Schema change. It must be one of the following: add, remove, replace.",
                "[{'op':'test'}]|400|Invalid operation: `test`. It must be one of the following: add, remove, replace.",
                "[{'op':'add'}]|400|Unable to find 'path' in JSON Schema change",
                "[{'op':'add','path':5}]|400|Pointer `5` is not a string.",
                "[{'op':'add','path':'/a'}]|400|Operation \"add\" requires a member named \"value\".",
                "[{'op':'add','path':'a','value':'x'}]|400|Pointer `a` does not start with \"/\".",
                "[{'op':'add','path':'/a/','value':'x'}]|400|Pointer `/a/` end with \"/\".",
                "[{'op':'add','path':'/a//b','value':'x'}]|400|Pointer `/a//b` contains adjacent \"/\".",
                "[{'op':'add','path':'/a~2','value':'x'}]|400|Pointer `/a~2` contains \"~\" not part of a recognized escape sequence.",
                "[{'op':'add','path':'/a~','value':'x'}]|400|Pointer `/a~` contains \"~\" not part of a recognized escape sequence.",
                "[{'op':'add','path':'/tags/-','value':'x'}]|400|Invalid JSON pointer for this resource: '/tags/-'",
                "[{'op':'replace','path':'/p','value':5}]|400|Provided object does not match schema 'image': 5 is not of type 'string'",
                "[{'op':'replace','path':'/min_ram','value':-1}]|400|Invalid value '-1' for parameter 'min_ram': Cannot be a negative value",
                "[{'op':'replace','path':'/status','value':'active'}]|403|Attribute 'status' is read-only.",
                "[{'op':'remove','path':'/deleted'}]|403|Access was denied to this resource. Attribute 'deleted' is reserved.",
                "[{'op':'add','path':'/locations/-','value':{'url':'http://h','metadata':{}}}]|403|It's not allowed to add locations if locations are invisible.",
                "[{'op':'replace','path':'/locations','value':[{'url':'http://h','metadata':{}}]}]|403|It's not allowed to update locations if locations are invisible.",
                "[{'op':'add','path':'/locations/-','value':{}}]|400|Provided object does not match schema 'image': 'url' is a required property",
                "[{'op':'add','path':'/locations/-','value':'x'}]|400|Provided object does not match schema 'image': 'x' is not of type 'object'",
                "[{'op':'replace','path':'/locations','value':null}]|400|Provided object does not match schema 'image': None is not of type 'array'",
                "[{'op':'add','path':'/locations','value':{}}]|400|Invalid JSON pointer for this resource: '/locations'",
                "[{'op':'add','path':'/locations/-','value':{'url':'u','metadata':{'a':1}}}]|400|The metadata of a location can be text, lists and maps only.",
                "[{'op':'add','path':'/locations/-','value':{'url':'u','metadata':{},'validation_data':{'os_hash_algo':'a'}}}]|400|Provided object does not match schema 'image': 'os_hash_value' is a required property",
                "[{'op':'add','path':'/locations/-','value':{'url':'u','metadata':{},'validation_data':{'os_hash_algo':'a','os_hash_value':'b','x':'y'}}}]|400|Provided object does not match schema 'image': Additional properties are not allowed ('x' was unexpected)",
                "[{'op':'remove','path':'/locations/0'}]|403|You are not authorized to complete delete_image_location action.",
                "[{'op':'replace','path':'/locations','value':[]}]|403|Access was denied to this resource. Cannot set locations to empty list.",
                "[{'op':'replace','path':'/absent','value':'x'}]|409|There was a conflict when trying to complete your request. Property absent does not exist.",
                "[{'op':'remove','path':'/name'}]|403|Access was denied to this resource. Property name may not be removed."
            })
    void badPatchIsRefused(String body, int status, String text) {
        Reply reply = patch(TestCloud.V21, cloud.image("{}"), body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.refusal()).startsWith(text);
    }

    @Test
    void readOnlyAttributeIsRefusedBeforeTheImageIsLookedAt() {
        String missing = "11111111-1111-1111-1111-111111111111";

        assertThat(patch(TestCloud.V21, missing, "[{'op':'replace','path':'/id','value':'x'}]")
                        .status())
                .isEqualTo(403);
        assertThat(patch(TestCloud.V21, missing, "[{'op':'replace','path':'/locations','value':[]}]")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pointersAreUnescapedAndTrimmed() {
        Reply reply = patch(
                TestCloud.V21 + "; charset=utf-8",
                cloud.image("{}"),
                "[{'op':'add','path':'/ a~1b~0c ','value':'x'},{'op':'add','path':'/os_hidden','value':true}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("a/b~c").textValue()).isEqualTo("x");
        assertThat(reply.json().path("os_hidden").booleanValue()).isTrue();
    }

    @Test
    void olderPatchNamesTheOperationByItsMemberAndAddsOnlyWhatIsAbsent() {
        String id = cloud.image("{\"a\":\"1\"}");

        assertThat(patch(TestCloud.V20, id, "[{'add':'/b','value':'x'}]")
                        .json()
                        .path("b")
                        .textValue())
                .isEqualTo("x");
        assertThat(patch(TestCloud.V20, id, "[{'add':'/a','value':'x'}]").status())
                .isEqualTo(409);
        assertThat(patch(TestCloud.V20, id, "[{'op':'add','path':'/z','value':'x'}]")
                        .refusal())
                .isEqualTo(
                        "Operation objects must contain exactly one member named \"add\", \"remove\", or \"replace\".");
        assertThat(patch(TestCloud.V20, id, "[{'add':'/a','remove':'/a'}]").refusal())
                .isEqualTo("Operation objects must contain only one member named \"add\", \"remove\", or \"replace\".");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/json-patch+json", "text/plain"})
    void otherMediaTypesAreNotPatched(String type) {
        Reply reply = patch(type, cloud.image("{}"), "[]");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Accept-Patch")).contains(TestCloud.V20 + ", " + TestCloud.V21);
        assertThat(reply.refusal()).isEqualTo("The request media type " + type + " is not supported by this server.");
    }

    @Test
    void tooLongTagIsRefusedByItsForm() {
        Reply reply = cloud.as(
                "producer", "PUT", "/v2/images/11111111-1111-1111-1111-111111111111/tags/" + "t".repeat(256), "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.refusal()).startsWith("Provided object does not match schema 'image'");
    }

    @Test
    void importWithANumberThatIsTooLargeIsRefused() {
        String id = cloud.image("{}");
        String body = "{'method':{'name':'web-download','uri':'http://x.example/'},'x':[1e400]}".replace('\'', '"');

        Reply reply = cloud.as("producer", "POST", "/v2/images/" + id + "/import", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.refusal()).contains("A number in the body is too large.");
    }
}
