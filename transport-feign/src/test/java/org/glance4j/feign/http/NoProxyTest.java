package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which servers a list of exceptions covers. */
class NoProxyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | http://anything",
                "'a, *' | https://[::1]",
                "example.org | http://example.org",
                "example.org | https://glance.example.org:9292",
                "EXAMPLE.org | http://GLANCE.Example.ORG",
                ".example.org | http://glance.example.org",
                ".example.org | http://example.org",
                "*.example.org | http://glance.example.org",
                "example.org. | http://glance.example.org",
                "'a,  b\tc' | http://c",
                "example.org:9292 | http://glance.example.org:9292",
                "example.org:443 | https://glance.example.org",
                "example.org:80 | http://glance.example.org",
                "localhost | http://localhost:9292",
                "127.0.0.1 | http://127.0.0.1:9292",
                "127.0.0.1:9292 | http://127.0.0.1:9292",
                "10.0.0.0/8 | http://10.255.0.1",
                "10.1.2.0/23 | http://10.1.3.255",
                "10.1.2.3/32 | http://10.1.2.3",
                "0.0.0.0/0 | http://10.1.2.3",
                "::1 | http://[::1]",
                "[::1] | http://[::1]:9292",
                "[::1]:9292 | http://[::1]:9292",
                "0:0:0:0:0:0:0:1 | http://[::1]",
                "fd00::/8 | http://[fd12:3456::1]",
                "[fd00::]/8 | http://[fd12:3456::1]"
            })
    void itCovers(String list, URI server) {
        assertThat(NoProxy.of(list).covers(host(server))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | http://example.org",
                "', ,' | http://example.org",
                "example.org | http://notexample.org",
                "example.org | http://example.org.evil",
                "glance.example.org | http://example.org",
                "example.org:9292 | http://example.org:9293",
                "example.org:80 | https://example.org",
                "127.0.0.1 | http://127.0.0.10",
                "127.0.0.1:9292 | http://127.0.0.1",
                "0.0.1 | http://127.0.0.1",
                "10.0.0.0/8 | http://11.0.0.1",
                "10.1.2.0/23 | http://10.1.4.0",
                "10.0.0.0/33 | http://10.0.0.1",
                "10.0.0.0/8 | http://[::ffff]",
                "999.0.0.0/8 | http://231.0.0.1",
                "10.0.0.0/8 | http://10.example.org",
                "localhost | http://127.0.0.1",
                "::1 | http://[::2]",
                "[::1]:9292 | http://[::1]",
                "fd00::/8 | http://[fe00::1]",
                "fd00::/129 | http://[fd00::]",
                "org/ | http://example.org"
            })
    void itDoesNotCover(String list, URI server) {
        assertThat(NoProxy.of(list).covers(host(server))).isFalse();
    }

    private static HttpHost host(URI server) {
        return Origin.ofImageService(server).host();
    }
}
