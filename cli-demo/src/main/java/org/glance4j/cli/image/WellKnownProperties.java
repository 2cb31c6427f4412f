package org.glance4j.cli.image;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The properties that have an option of their own. picocli fills the fields. */
final class WellKnownProperties {
    @Option(names = "--architecture", paramLabel = "NAME", description = "the processor's architecture")
    private @Nullable String architecture;

    @Option(
            names = {"--instance-id", "--instance-uuid"},
            paramLabel = "ID",
            description = "the server that it was made of")
    private @Nullable String instanceId;

    @Option(names = "--kernel-id", paramLabel = "ID", description = "the image of the kernel to boot it with")
    private @Nullable String kernelId;

    @Option(names = "--os-distro", paramLabel = "NAME", description = "the operating system's distribution")
    private @Nullable String osDistro;

    @Option(names = "--os-version", paramLabel = "VERSION", description = "the distribution's version")
    private @Nullable String osVersion;

    @Option(names = "--ramdisk-id", paramLabel = "ID", description = "the image of the ramdisk to boot it with")
    private @Nullable String ramdiskId;

    /** The properties that were given, by their names on the wire. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "architecture", architecture);
        put(values, "instance_uuid", instanceId);
        put(values, "kernel_id", kernelId);
        put(values, "os_distro", osDistro);
        put(values, "os_version", osVersion);
        put(values, "ramdisk_id", ramdiskId);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
