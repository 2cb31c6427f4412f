package org.glance4j.cli.image;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what to import, and where to. picocli fills the fields. */
final class ImportOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "glance-direct",
            description =
                    "glance-direct (the default) for staged data, web-download, copy-image or glance-download, where the site enables it")
    private String method = "glance-direct";

    @Option(names = "--uri", paramLabel = "URI", description = "with web-download: where the data is")
    private @Nullable String uri;

    @Option(names = "--remote-image", paramLabel = "ID", description = "with glance-download: the image, by id")
    private @Nullable String remoteImage;

    @Option(
            names = "--remote-region",
            paramLabel = "REGION",
            description = "with glance-download: the region that has the image")
    private @Nullable String remoteRegion;

    @Option(
            names = "--remote-service-interface",
            paramLabel = "INTERFACE",
            description = "with glance-download: which of the region's endpoints to use, such as public")
    private @Nullable String remoteServiceInterface;

    @ArgGroup(exclusive = true)
    private final Target target = new Target();

    @ArgGroup(exclusive = true)
    private final Failure failure = new Failure();

    /** Which stores to fill. */
    static final class Target {
        @Option(
                names = "--store",
                paramLabel = "STORE",
                arity = "1..*",
                description = "the stores to fill; may be repeated (default: the site's default store)")
        private List<String> stores = new ArrayList<>();

        @Option(names = "--all-stores", description = "fill every store of the site")
        private boolean all;

        boolean isNamed() {
            return all || !stores.isEmpty();
        }
    }

    /** What becomes of the import if one of several stores fails. */
    static final class Failure {
        @Option(
                names = "--allow-failure",
                description = "go on if one of the stores fails (default with --store, --all-stores)")
        private boolean allowed;

        @Option(names = "--disallow-failure", description = "fail as a whole if one of the stores does")
        private boolean disallowed;
    }

    /**
     * Returns what to import.
     *
     * @throws ParameterException if options do not go together, or one that is needed is missing
     */
    ImageImport wanted() {
        only(ImportMethod.WEB_DOWNLOAD, "--uri", uri);
        only(ImportMethod.GLANCE_DOWNLOAD, "--remote-region", remoteRegion);
        only(ImportMethod.GLANCE_DOWNLOAD, "--remote-image", remoteImage);
        only(ImportMethod.GLANCE_DOWNLOAD, "--remote-service-interface", remoteServiceInterface);
        if (method.equals(ImportMethod.COPY_IMAGE.word()) && !target.isNamed()) {
            throw refused("--method copy-image needs --store or --all-stores");
        }
        ImageImport wanted = source();
        if (target.all) {
            wanted = wanted.toAllStores();
        } else if (target.isNamed()) {
            wanted = wanted.toStores(target.stores.stream().map(StoreId::of).toList());
        }
        return failure.allowed || (target.isNamed() && !failure.disallowed) ? wanted.allowingFailures() : wanted;
    }

    private ImageImport source() {
        ImportMethod wanted = ImportMethod.of(method);
        if (wanted.equals(ImportMethod.WEB_DOWNLOAD)) {
            return ImageImport.webDownload(address(needed("--uri", uri)));
        }
        if (wanted.equals(ImportMethod.GLANCE_DOWNLOAD)) {
            ImageImport download = ImageImport.glanceDownload(
                    needed("--remote-region", remoteRegion), ImageId.of(needed("--remote-image", remoteImage)));
            return remoteServiceInterface == null ? download : download.throughInterface(remoteServiceInterface);
        }
        return ImageImport.of(wanted);
    }

    private URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getScheme() != null && address.getRawAuthority() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw refused("no URL: " + text);
        }
        throw refused("no URL: " + text);
    }

    private String needed(String option, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw refused("--method " + method + " needs " + option);
        }
        return value;
    }

    private void only(ImportMethod goesWith, String option, @Nullable String value) {
        if (value != null && !method.equals(goesWith.word())) {
            throw refused(option + " goes with --method " + goesWith + " only");
        }
    }

    private ParameterException refused(String problem) {
        return new ParameterException(requireNonNull(command).commandLine(), problem);
    }
}
