package org.muniment.law;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// This is YAML as a lawyer expects it: `no` and `2026-07-01` are text, only `true`, `false` and plain
/// numbers are more. A key given twice, a reference (`*`) and an empty value are refused.
public final class StrictYaml {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})\\.[0-9]{1,6}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH_MAX = 20;

    private StrictYaml() {}

    /// Throws `IllegalStateException` with the line of what is refused.
    public static JsonNode read(Reader yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setMaxAliasesForCollections(0);
        return node(new Yaml(options).compose(yaml));
    }

    private static JsonNode node(Node node) {
        if (node.getAnchor() != null) throw refused(node, "a reference");
        return switch (node) {
            case MappingNode mapping -> object(mapping);
            case SequenceNode sequence -> array(sequence);
            case ScalarNode scalar -> value(scalar);
            default -> throw refused(node, "a " + node.getNodeId());
        };
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) throw refused(mapping, "a key that is not a word");
            if (object.has(key.getValue())) throw refused(key, "the key \"" + key.getValue() + "\" twice");
            object.set(key.getValue(), node(entry.getValueNode()));
        }
        return object;
    }

    private static ArrayNode array(SequenceNode sequence) {
        ArrayNode array = NODES.arrayNode();
        for (Node element : sequence.getValue()) array.add(node(element));
        return array;
    }

    private static JsonNode value(ScalarNode scalar) {
        String text = scalar.getValue().strip();
        if (text.isEmpty()) throw refused(scalar, "an empty value");
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) return NODES.stringNode(text);
        if (text.equals("true") || text.equals("false")) return NODES.booleanNode(text.equals("true"));
        if (WHOLE.matcher(text).matches()) return NODES.numberNode(Integer.parseInt(text));
        if (DECIMAL.matcher(text).matches()) return NODES.numberNode(new BigDecimal(text));
        return NODES.stringNode(text);
    }

    private static IllegalStateException refused(Node where, String what) {
        return new IllegalStateException("Line %d has %s, which is not taken here."
                .formatted(where.getStartMark().getLine() + 1, what));
    }
}
