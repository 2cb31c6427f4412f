package org.glance4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The program itself. */
@Command(
        name = "glance4j",
        description =
                "Works on the images of an OpenStack cloud, or of one in memory, and shares them between projects.",
        versionProvider = Glance4j.Version.class,
        footer = {
            "",
            "A cloud is reached through clouds.yaml, the OS_... variables or the --os-... options, as with the openstack client;",
            "glance4j config explain says what comes from where.",
            "Exit codes: 0 done; 1 not done; 2 not understood, or no way to start."
        })
final class Glance4j {

    /** Adds the options that only picocli reads. */
    static void addHelpTo(CommandSpec root) {
        root.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("explain a command")
                .build());
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("print the version")
                .build());
    }

    /** Knows the version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Glance4j.class.getPackage().getImplementationVersion();
            return new String[] {"glance4j " + (version == null ? "(not packaged)" : version)};
        }
    }
}
