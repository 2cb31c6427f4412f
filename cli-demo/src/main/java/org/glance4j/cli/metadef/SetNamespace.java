package org.glance4j.cli.metadef;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glance4j.Metadefs;
import org.glance4j.cli.session.Each;
import org.glance4j.cli.session.Session;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image metadef namespace set}. */
@Command(name = "set", description = "Change a namespace, or add tags to it.")
final class SetNamespace implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final NamespaceChoices choices = new NamespaceChoices();

    @Option(names = "--tag", paramLabel = "TAG", description = "add a tag; may be repeated")
    private List<String> tags = new ArrayList<>();

    @Parameters(paramLabel = "NAMESPACE", description = "the namespace, by name")
    private String namespace = "";

    SetNamespace(Session session) {
        this.session = session;
    }

    /** What is not given stays: the service, which would set it back, is sent what was there. */
    @Override
    public Integer call() {
        return session.run((cloud, shell) -> {
            Metadefs metadefs = cloud.client().metadefs();
            NamespaceName name = NamespaceName.of(namespace);
            if (choices.areMade()) {
                Namespace.Builder changed = metadefs.namespaces().get(name).toBuilderWithoutContents();
                choices.addTo(changed);
                metadefs.namespaces().update(name, changed.build());
            }
            Each.of(tags, shell, tag -> metadefs.tags().create(name, tag));
        });
    }
}
