package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.muniment.MailPacks;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// This compares what is read here with the parts and decoded bodies that MIME4J's own suite expects.
final class Mime4jSuite {
    private final Agreement agreement = new Agreement("Apache James MIME4J");

    Agreement compareAll(Path folder) throws Exception {
        for (Path expected : MailPacks.files(folder)) {
            String name = expected.getFileName().toString();
            if (!name.endsWith("_decoded.xml")) continue;
            Path mail = expected.resolveSibling(name.replace("_decoded.xml", ".msg"));
            if (!Files.exists(mail)) continue;
            byte[] raw = Files.readAllBytes(mail);
            Message message = new MessageReaderFace(new ByteArrayInputStream(raw)).message();
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Files.newInputStream(expected))
                    .getDocumentElement();
            compare(new Expected(expected, mail.getFileName().toString(), raw, message), root);
        }
        return agreement;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Expected(Path xml, String file, byte[] raw, Message message) {}

    private void compare(Expected expected, Element root) throws IOException {
        List<String> fields = new ArrayList<>();
        for (Element field : children(child(root, "header").orElseThrow(), "field"))
            fields.add(field.getTextContent().strip().split(":", 2)[0].strip());
        List<String> ours = expected.message().headers().stream()
                .filter(field -> !field.name().isEmpty())
                .map(HeaderField::name)
                .toList();
        agreement.compare(expected.file(), "header fields", fields, ours);
        List<String> theirPaths = new ArrayList<>();
        entity(expected, root, "", "", theirPaths);
        List<String> ourPaths = new ArrayList<>();
        paths(expected.message(), ourPaths);
        agreement.compare(expected.file(), "paths of parts", theirPaths, ourPaths);
    }

    /// `prefix` ends the address of the message this entity is in, `path` is the entity's own.
    private void entity(Expected expected, Element entity, String prefix, String path, List<String> paths)
            throws IOException {
        String own = path.isEmpty() ? "1" : path;
        for (Element child : children(entity, "text-body", "binary-body")) {
            paths.add(prefix + own);
            compareBody(expected, prefix + own, child.getAttribute("name"));
        }
        for (Element child : children(entity, "message")) entity(expected, child, prefix + own + "/", "", paths);
        for (Element multipart : children(entity, "multipart")) {
            int number = 0;
            for (Element part : children(multipart, "body-part"))
                entity(expected, part, prefix, (path.isEmpty() ? "" : path + ".") + ++number, paths);
        }
    }

    private void compareBody(Expected expected, String path, String name) throws IOException {
        byte[] theirs = Files.readAllBytes(expected.xml().resolveSibling(name));
        var ours = MailParser.part(new ByteArrayInputStream(expected.raw()), expected.message(), path);
        String read = ours.isEmpty() ? "(no such part)" : folded(ours.get().readAllBytes());
        agreement.compare(expected.file(), "decoded bytes", folded(theirs), read);
    }

    private static void paths(Message message, List<String> paths) {
        for (Part part : message.parts()) {
            boolean isAside = part.path().endsWith("preamble") || part.path().endsWith("epilogue");
            if (part.content() instanceof PartContent.AttachedMessage attached) paths(attached.message(), paths);
            else if (!isAside && !(part.content() instanceof PartContent.Multipart)) paths.add(part.path());
        }
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String... names) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && List.of(names).contains(element.getTagName())) children.add(element);
        return children;
    }

    /// Line ends count as LF, and those at the end not at all.
    private static String folded(byte[] bytes) {
        return new String(bytes, ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .stripTrailing();
    }
}
