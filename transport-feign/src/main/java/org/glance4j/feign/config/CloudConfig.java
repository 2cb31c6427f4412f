package org.glance4j.feign.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.feign.ProxySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of one cloud, each with the place that it comes from: {@code clouds.yaml} with {@code secure.yaml} over it, a profile
 * of {@code clouds-public.yaml}, the {@code OS_*} variables, and what the application sets itself; and the proxies that the
 * environment names.
 *
 * <pre>{@code
 * CloudConfig config = CloudConfig.loader(System.getenv(), Path.of(""), Path.of(System.getProperty("user.home")))
 *         .cloud("producer")
 *         .load();
 * try (FeignTransport transport = config.transport().build()) { … }
 * }</pre>
 *
 * The files are read once, when it is loaded. Immutable.
 */
public final class CloudConfig {
    private static final Logger LOG = LoggerFactory.getLogger(CloudConfig.class);

    private final Values values;
    private final List<String> warnings;
    private final ProxySettings proxies;
    private final String advice;

    CloudConfig(Values values, ProxySettings proxies, List<String> warnings, String advice) {
        this.values = values;
        this.proxies = proxies;
        this.warnings = List.copyOf(warnings);
        this.advice = advice;
    }

    /**
     * Returns a loader, to which a cloud and values can be given before it reads.
     *
     * @param environment the environment's variables; those named {@code OS_…} count, and those that name proxies
     * @param workingDirectory where relative names begin, and the first place where files are looked for
     * @param home the user's own directory, where {@code .config/openstack} is
     * @return the loader
     */
    public static CloudConfigLoader loader(Map<String, String> environment, Path workingDirectory, Path home) {
        return new CloudConfigLoader(environment, workingDirectory.toAbsolutePath(), home.toAbsolutePath());
    }

    /**
     * Returns every value that makes the connection, the cloud's name first and the credentials last.
     *
     * @return the values, secrets masked
     */
    public List<ConfigValue> values() {
        return values.shown();
    }

    /**
     * Returns a value as it may be shown.
     *
     * @param key its key, such as {@code auth.project_name}
     * @return the value, a secret masked; empty where it is not set
     */
    public Optional<String> find(String key) {
        return values.find(key).map(value -> Secrets.shown(key, value));
    }

    /** A value in the clear. */
    String reveal(String key) {
        return values.find(key).orElse("");
    }

    /**
     * Returns what somebody should see to: secrets in files that others can read, values without effect, numbers that YAML reads
     * otherwise than they are written. They are also logged when a transport is made.
     *
     * @return the warnings, without any secret
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns a builder that is filled with these values; more can be set on it.
     *
     * @return the builder of a transport
     * @throws ConfigurationException if something is missing, also a file that is named, or a value is none of its kind
     */
    public FeignTransportBuilder transport() {
        FeignTransportBuilder transport = new TransportSettings(values, proxies, advice).builder();
        warnings.forEach(LOG::warn);
        return transport;
    }

    /**
     * Returns what stands in the way of a transport.
     *
     * @return what is missing or makes no sense, files that are not there included; empty where {@link #transport} returns one
     */
    public Optional<String> problem() {
        try {
            new TransportSettings(values, proxies, advice).builder();
            return Optional.empty();
        } catch (ConfigurationException e) {
            return Optional.ofNullable(e.failure().advice());
        }
    }

    @Override
    public String toString() {
        return "CloudConfig" + values();
    }
}
