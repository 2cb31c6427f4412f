package org.glance4j.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.glance4j.benchmarks.Rows.ChangeRow;
import org.glance4j.benchmarks.Rows.ImageRow;
import org.glance4j.benchmarks.Rows.ImagesRow;
import org.glance4j.benchmarks.Rows.ImportRow;
import org.glance4j.benchmarks.Rows.MemberRow;
import org.glance4j.benchmarks.Rows.MembersRow;
import org.glance4j.benchmarks.Rows.MethodRow;
import org.glance4j.benchmarks.Rows.NamespaceRow;
import org.glance4j.benchmarks.Rows.StatusRow;
import org.glance4j.benchmarks.Rows.TasksRow;
import org.glance4j.benchmarks.server.Answers;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5 with Jackson's databind and its java.time module, as its tutorials use them. Only the pool is larger than
 * its default of five connections, which would slow sixteen threads down.
 */
final class BareHttpClient implements Contender {
    private static final int CONNECTIONS = 64;
    private static final StatusRow ACCEPTED = new StatusRow("accepted");

    private static final ContentType PATCH = ContentType.create("application/openstack-images-v2.1-json-patch");

    private final String endpoint;
    private final String token;
    private final CloseableHttpClient client;
    private final ObjectReader member;
    private final ObjectReader members;
    private final ObjectReader image;
    private final ObjectReader images;
    private final ObjectReader tasks;
    private final ObjectReader namespace;
    private final ObjectWriter writer;

    BareHttpClient(String endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .build();
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        member = mapper.readerFor(MemberRow.class);
        members = mapper.readerFor(MembersRow.class);
        image = mapper.readerFor(ImageRow.class);
        images = mapper.readerFor(ImagesRow.class);
        tasks = mapper.readerFor(TasksRow.class);
        namespace = mapper.readerFor(NamespaceRow.class);
        writer = mapper.writer();
    }

    @Override
    public Object getMember() throws IOException {
        return json(new HttpGet(memberUrl()), member, MemberRow.class);
    }

    @Override
    public Object updateStatus() throws IOException {
        HttpPut request = new HttpPut(memberUrl());
        request.setEntity(new ByteArrayEntity(writer.writeValueAsBytes(ACCEPTED), ContentType.APPLICATION_JSON));
        return json(request, member, MemberRow.class);
    }

    private String memberUrl() {
        return endpoint + "/v2/images/" + Work.IMAGE_ID + "/members/" + Work.MEMBER_ID;
    }

    @Override
    public int listMembers(int count) throws IOException {
        HttpGet request = new HttpGet(endpoint + "/v2/images/" + Answers.imageId(count) + "/members");
        MembersRow row = json(request, members, MembersRow.class);
        return row.members().size();
    }

    @Override
    public Object getImage() throws IOException {
        return json(new HttpGet(imageUrl()), image, ImageRow.class);
    }

    @Override
    public Object updateImage() throws IOException {
        HttpPatch request = new HttpPatch(imageUrl());
        request.setEntity(new ByteArrayEntity(
                writer.writeValueAsBytes(List.of(new ChangeRow("replace", "/name", Work.NEW_NAME))), PATCH));
        return json(request, image, ImageRow.class);
    }

    private String imageUrl() {
        return endpoint + "/v2/images/" + Work.IMAGE_ID;
    }

    @Override
    public void importImage() throws IOException {
        HttpPost request = new HttpPost(imageUrl() + "/import");
        request.setEntity(new ByteArrayEntity(
                writer.writeValueAsBytes(new ImportRow(new MethodRow("glance-direct"))), ContentType.APPLICATION_JSON));
        send(request, response -> {
            EntityUtils.consume(response.getEntity());
            return expect(response, 202);
        });
    }

    @Override
    public int listTasks() throws IOException {
        return json(new HttpGet(imageUrl() + "/tasks"), tasks, TasksRow.class)
                .tasks()
                .size();
    }

    @Override
    public Object getNamespace() throws IOException {
        HttpGet request = new HttpGet(endpoint + "/v2/metadefs/namespaces/" + Answers.NAMESPACE);
        return json(request, namespace, NamespaceRow.class);
    }

    @Override
    public void walk(Consumer<Object> visitor) throws IOException {
        String next = "/v2/images?limit=" + Answers.PAGE;
        while (next != null) {
            ImagesRow page = json(new HttpGet(endpoint + next), images, ImagesRow.class);
            page.images().forEach(visitor);
            next = page.next();
        }
    }

    @Override
    public void upload(InputStream data, long bytes) throws IOException {
        HttpPut request = new HttpPut(fileUrl(bytes));
        request.setEntity(new InputStreamEntity(data, bytes, ContentType.APPLICATION_OCTET_STREAM));
        send(request, response -> {
            EntityUtils.consume(response.getEntity());
            return expect(response, 204);
        });
    }

    @Override
    public void download(long bytes, Reader reader) throws IOException {
        send(new HttpGet(fileUrl(bytes)), response -> {
            expect(response, 200);
            try (InputStream data = response.getEntity().getContent()) {
                reader.read(data);
            }
            return response.getCode();
        });
    }

    private String fileUrl(long bytes) {
        return endpoint + "/v2/images/" + Answers.imageId(bytes) + "/file";
    }

    private <T> T json(HttpUriRequestBase request, ObjectReader reader, Class<T> row) throws IOException {
        return send(request, response -> {
            expect(response, 200);
            return reader.readValue(EntityUtils.toByteArray(response.getEntity()), row);
        });
    }

    private <T extends @Nullable Object> T send(HttpUriRequestBase request, HttpClientResponseHandler<T> handler)
            throws IOException {
        request.setHeader("Accept", "application/json");
        request.setHeader("X-Auth-Token", token);
        return client.execute(request, handler);
    }

    private static int expect(ClassicHttpResponse response, int status) throws IOException {
        if (response.getCode() != status) {
            throw new IOException("status " + response.getCode());
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
