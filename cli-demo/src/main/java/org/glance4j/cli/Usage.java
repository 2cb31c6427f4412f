package org.glance4j.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays the usage texts out: a verb's own options only, for those of the connection are the program's. */
final class Usage {
    private Usage() {}

    static void layOut(CommandLine root) {
        abbreviate(root);
        root.getSubcommands().values().forEach(Usage::layOutVerb);
    }

    private static void layOutVerb(CommandLine command) {
        abbreviate(command);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Usage::ownOptions);
        command.getCommandSpec().usageMessage().footer("", "For the cloud to work on, see glance4j --help.");
        command.getSubcommands().values().forEach(Usage::layOutVerb);
    }

    private static void abbreviate(CommandLine command) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true).width(100);
    }

    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited() || option.usageHelp())
                .toList();
        return help.optionListExcludingGroups(own) + help.optionListGroupSections();
    }
}
