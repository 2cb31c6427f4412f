package org.glance4j.feign.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glance4j.auth.Secret;
import org.glance4j.feign.tls.TlsSettings.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PEM documents that work, and what is said of those that do not. */
class TlsSettingsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "client-rsa.pem, client-rsa.key",
        "client-rsa.pem, client-rsa-pkcs1.key",
        "client-ec.pem, client-ec.key",
        "client-ec.pem, client-ec-sec1.key",
        "client-ed.pem, client-ed.key"
    })
    void certificateAndKeyWorkFromTwoFilesFromOneAndFromMemory(String cert, String key) throws IOException {
        assertThat(settings(null, TlsFiles.source(cert), TlsFiles.source(key)).context())
                .isNotNull();
        String together = text(TlsFiles.file(key)) + "\n" + text(TlsFiles.file(cert));
        assertThat(settings(null, memory(together), null).context()).isNotNull();
        Path one = Files.writeString(directory.resolve("together.pem"), together);
        assertThat(settings(null, new Source.InFile(one), null).context()).isNotNull();
    }

    @Test
    void whatStandsBetweenTheBlocksIsAComment() {
        assertThat(Certificates.read(Pem.of("cacert", TlsFiles.file("authorities.pem"))))
                .hasSize(2);
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        String pem = text(TlsFiles.file("authorities.pem")).replace("\n", "\r\n");
        assertThat(Certificates.read(Pem.of("cacert", pem))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-rsa.pem | client-ec.key | key F is not the key of the first certificate in cert",
                "client-rsa.pem | client-rsa-encrypted.key | key F is encrypted",
                "client-ec.pem | client-ec-encrypted.key | openssl pkcs8 -topk8 -nocrypt",
                "client-ec.pem | client-rsa.pem | key F holds no private key but CERTIFICATE: name the key's file as key",
                "client-ec.der | client-ec.key | looks like DER and not like PEM: convert it",
                "client-ec.key | client-ec.key | holds no certificate but PRIVATE KEY",
                "make.sh | client-ec.key | holds no PEM block",
            })
    void whatDoesNotFitIsNamedWithItsFileAndTheFix(String cert, String key, String message) {
        assertThatThrownBy(() -> settings(null, TlsFiles.source(cert), TlsFiles.source(key))
                        .context())
                .isInstanceOf(TlsSettingsException.class)
                .hasMessageContaining(message.replace(" F ", " " + TlsFiles.file(key) + " "));
    }

    @Test
    void aCertificateWithoutAKeyAndAKeyWithoutACertificateAreNamed() {
        assertRefused(
                settings(null, TlsFiles.source("client-ec.pem"), null), "holds no private key but CERTIFICATE: name");
        assertRefused(settings(null, null, TlsFiles.source("client-ec.key")), "key without cert: set cert");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertRefused(cacert(directory), "cacert " + directory + " is a directory: name a PEM file");
        Path absent = directory.resolve("absent.pem");
        assertRefused(cacert(absent), "cacert " + absent + " does not exist");
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertRefused(cacert(empty), "cacert " + empty + " holds no PEM block");
        Path endless = Files.writeString(directory.resolve("endless.pem"), "x".repeat((4 << 20) + 1));
        assertRefused(cacert(endless), "longer than 4 MiB");
        assertRefused(cacert(Path.of("/dev/zero")), "longer than 4 MiB");
    }

    @Test
    void aDamagedDocumentIsRefusedAndNotQuoted() throws IOException {
        String authority = text(TlsFiles.file("root.pem"));
        assertRefused(settings(memory(authority.substring(0, 300)), null, null), "breaks off inside its block 1");
        assertRefused(settings(memory(authority + authority.substring(0, 300)), null, null), "inside its block 2");
        assertRefused(settings(memory(authority.replace("MII", "M!I")), null, null), "is not Base64");
        assertRefused(settings(memory(authority.replace("MII", "AAA")), null, null), "damaged certificate, number 1");
        Source cert = TlsFiles.source("client-rsa.pem");
        for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"}) {
            Source key = memory("-----BEGIN " + label + "-----\nc2VjcmV0\n-----END " + label + "-----\n");
            assertThatThrownBy(() -> settings(null, cert, key).context())
                    .isInstanceOf(TlsSettingsException.class)
                    .hasMessageContaining("key holds a")
                    .hasNoCause()
                    .hasMessageNotContaining("c2VjcmV0");
        }
    }

    @Test
    void anAuthoritiesFileIsReadEvenWhereNobodyIsVerified() {
        Source absent = new Source.InFile(directory.resolve("absent.pem"));
        assertRefused(new TlsSettings(absent, null, null, false), "does not exist");
    }

    @Test
    void noTextShowsAKey() throws IOException {
        String key = text(TlsFiles.file("client-rsa.key"));
        TlsSettings settings = settings(null, TlsFiles.source("client-rsa.pem"), memory(key));
        String secret = key.substring(60, 100);
        assertThat(settings.toString()).contains("client-rsa.pem").doesNotContain(secret);
        assertThat(Pem.of("key", key).toString()).contains("PRIVATE KEY").doesNotContain(secret);
    }

    private static TlsSettings settings(
            @Nullable Source authorities, @Nullable Source certificate, @Nullable Source key) {
        return new TlsSettings(authorities, certificate, key, true);
    }

    private static TlsSettings cacert(Path file) {
        return settings(new Source.InFile(file), null, null);
    }

    private static Source memory(String pem) {
        return new Source.InMemory(Secret.of(pem));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(TlsSettings settings, String message) {
        assertThatThrownBy(settings::context)
                .isInstanceOf(TlsSettingsException.class)
                .hasMessageContaining(message);
    }
}
