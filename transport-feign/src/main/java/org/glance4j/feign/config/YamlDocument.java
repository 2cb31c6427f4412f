package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML down to texts, numbers, flags, lists and sections, and to nothing else: no tag makes an object, no alias a document
 * that does not fit in memory. Messages name lines and keys, never what stands there.
 */
final class YamlDocument {
    /** What stands without quotes, told from what is quoted or tagged as text. */
    private static final Tag PLAIN = new Tag("tag:glance4j.org,2026:plain");

    private final Path file;
    private final Consumer<String> warnings;
    private int budget = Limits.MOST_NODES;

    private YamlDocument(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** Returns the document's section; empty if there is no document. */
    static Node.Section read(Path file, String text, Consumer<String> warnings) {
        YamlDocument reading = new YamlDocument(file, warnings);
        try {
            org.yaml.snakeyaml.nodes.Node root = compose(text);
            return root == null
                    ? new Node.Section(Map.of(), Source.file(file, 1, KeyPath.TOP))
                    : reading.document(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            String where =
                    mark == null ? "" : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
            throw Problems.of(file + " is not YAML" + where
                    + ": look there, and one line up, for a tab, for lines that stand too "
                    + "far in or out, and for a value that begins with one of * & ! % @ ` { [ or holds ': ' or ' #' and has "
                    + "no quotes around it");
        } catch (YAMLException | IllegalArgumentException e) {
            // The latter for an escape in double quotes that means no character.
            throw Problems.of(file
                    + " is not YAML that is read here: it holds a character or an escape that means none, or is nested deeper than "
                    + Limits.DEEPEST + " levels");
        }
    }

    private static org.yaml.snakeyaml.nodes.@org.jspecify.annotations.Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.MOST_BYTES);
        options.setNestingDepthLimit(Limits.DEEPEST);
        // Both are looked after below, where the key can be named.
        options.setMaxAliasesForCollections(Limits.MOST_NODES);
        options.setTagInspector(tag -> true);
        Composer composer = new Composer(new ParserImpl(new StreamReader(text), options), new PlainIsPlain(), options);
        return composer.getSingleNode();
    }

    private Node.Section document(org.yaml.snakeyaml.nodes.Node root) {
        Node node = node(root, KeyPath.TOP, 0);
        if (node instanceof Node.Nothing) {
            return new Node.Section(Map.of(), node.source());
        }
        if (node instanceof Node.Section section) {
            return section;
        }
        throw Problems.of(file + " holds " + node.kind() + ", where a section belongs that begins with clouds:");
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node, KeyPath path, int depth) {
        Source source = source(node, path);
        if (--budget < 0) {
            throw Problems.of(file + " is too large: it holds more than " + Limits.MOST_NODES
                    + " values, counted as often as aliases (*name) repeat them");
        }
        if (depth > Limits.DEEPEST) {
            throw at(source, "is nested deeper than " + Limits.DEEPEST + " levels, or within itself");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, source);
        }
        if (node instanceof SequenceNode sequence) {
            requireTag(node, Tag.SEQ, source);
            List<Node> items = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                items.add(node(item, path.index(items.size()), depth + 1));
            }
            return new Node.Items(items, source);
        }
        requireTag(node, Tag.MAP, source);
        return new Node.Section(entries((MappingNode) node, path, depth), source);
    }

    private Node scalar(ScalarNode scalar, Source source) {
        Tag tag = scalar.getTag();
        if (tag.equals(PLAIN)) {
            return PlainScalar.read(scalar.getValue(), source);
        }
        if (tag.equals(Tag.STR)) {
            return Node.Text.of(scalar.getValue(), source);
        }
        throw tagged(source);
    }

    private Map<String, Node> entries(MappingNode mapping, KeyPath path, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (isMerge(tuple.getKeyNode())) {
                merge(tuple.getValueNode(), path, depth, entries);
            }
        }
        Map<String, Node> own = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!isMerge(tuple.getKeyNode())) {
                String key = key(tuple.getKeyNode(), path, depth);
                Node old = own.put(key, node(tuple.getValueNode(), path.key(key), depth + 1));
                if (old != null) {
                    warnings.accept(old.source() + " stands there twice; the last one holds");
                }
            }
        }
        entries.putAll(own);
        return entries;
    }

    private static boolean isMerge(org.yaml.snakeyaml.nodes.Node key) {
        return key instanceof ScalarNode scalar
                && scalar.getTag().equals(PLAIN)
                && scalar.getValue().equals("<<");
    }

    /** What stands in the mapping itself wins over what is merged into it, and of several merged ones the first. */
    private void merge(org.yaml.snakeyaml.nodes.Node value, KeyPath path, int depth, Map<String, Node> entries) {
        if (value instanceof SequenceNode several) {
            for (org.yaml.snakeyaml.nodes.Node one : several.getValue()) {
                node(one, path, depth + 1).section().entries().forEach(entries::putIfAbsent);
            }
        } else {
            node(value, path, depth + 1).section().entries().forEach(entries::putIfAbsent);
        }
    }

    private String key(org.yaml.snakeyaml.nodes.Node key, KeyPath path, int depth) {
        Source source = source(key, path);
        Node read = node(key, path, depth + 1);
        if (read instanceof Node.Text text && text.reading() == Node.Reading.TEXT) {
            return Limits.requireShort(text.text(), source);
        }
        throw at(source, "has a key that is read as " + read.kind() + ": put it in quotes");
    }

    private void requireTag(org.yaml.snakeyaml.nodes.Node node, Tag tag, Source source) {
        if (!node.getTag().equals(tag)) {
            throw tagged(source);
        }
    }

    private static RuntimeException tagged(Source source) {
        return at(
                source,
                "carries a tag (!name), which is not read here: leave it out, or put a value that begins with ! in quotes");
    }

    private Source source(org.yaml.snakeyaml.nodes.Node node, KeyPath path) {
        return Source.file(file, node.getStartMark().getLine() + 1, path);
    }

    /** Leaves the reading of plain values to {@link PlainScalar}. */
    private static final class PlainIsPlain extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: see resolve.
        }

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return switch (kind) {
                case scalar -> implicit ? PLAIN : Tag.STR;
                case sequence -> Tag.SEQ;
                default -> Tag.MAP;
            };
        }
    }
}
