package org.muniment.message;

import java.util.List;

/// This decides where a reader meets each part, by the rule that [Placement] states.
final class Placing {
    private Placing() {}

    static void place(PartDraft part, Placement surroundings) {
        if (!part.isContainer()) {
            if (part.placement != Placement.ALTERNATIVE) part.placement = ofLeaf(part, surroundings);
            return;
        }
        part.placement = Placement.CONTAINER;
        switch (part.header.mimeType()) {
            case "multipart/alternative" -> alternative(part.children, surroundings);
            case "multipart/related" -> related(part, surroundings);
            default -> part.children.forEach(child -> place(child, surroundings));
        }
    }

    private static void alternative(List<PartDraft> forms, Placement surroundings) {
        PartDraft preferred = preferred(forms);
        for (PartDraft form : forms) place(form, form == preferred ? surroundings : Placement.ALTERNATIVE);
    }

    private static PartDraft preferred(List<PartDraft> forms) {
        for (PartDraft form : forms) if (hasText(form, "text/plain")) return form;
        for (PartDraft form : forms) if (hasText(form, "text/html")) return form;
        return forms.isEmpty() ? new PartDraft("", PartHeader.NONE) : forms.getFirst();
    }

    private static boolean hasText(PartDraft part, String type) {
        if (part.isContainer()) return part.children.stream().anyMatch(child -> hasText(child, type));
        return part.header.mimeType().equals(type)
                && !isAttached(part)
                && !part.part().text().isBlank();
    }

    private static void related(PartDraft container, Placement surroundings) {
        String start = PartHeader.withoutAngles(container.header.type().parameter("start"));
        PartDraft root = container.children.stream()
                .filter(child -> !start.isEmpty() && child.header.contentId().equals(start))
                .findFirst()
                .orElse(container.children.isEmpty() ? container : container.children.getFirst());
        for (PartDraft child : container.children) {
            boolean isBeside = child != root
                    && !child.isContainer()
                    && !child.header.disposition().equals("attachment");
            if (isBeside && child.placement != Placement.ALTERNATIVE) child.placement = Placement.EMBEDDED;
            else place(child, surroundings);
        }
    }

    private static Placement ofLeaf(PartDraft part, Placement surroundings) {
        String type = part.header.mimeType();
        if (isAttached(part)) return isDrawn(part) ? Placement.EMBEDDED : Placement.ATTACHMENT;
        boolean isRead = part.content instanceof PartContent.Text || part.content instanceof PartContent.Html;
        boolean isBody = isRead
                && (type.equals("text/plain")
                        || type.equals("text/html")
                        || (!type.startsWith("text/") && part.header.isMultipart()));
        if (isBody) return surroundings;
        if (isRead && surroundings == Placement.ALTERNATIVE) return Placement.ALTERNATIVE;
        return isDrawn(part) ? Placement.EMBEDDED : Placement.ATTACHMENT;
    }

    private static boolean isAttached(PartDraft part) {
        return part.header.disposition().equals("attachment")
                || !part.header.fileName().isEmpty();
    }

    private static boolean isDrawn(PartDraft part) {
        return part.header.mimeType().startsWith("image/")
                && !part.header.contentId().isEmpty()
                && !part.header.disposition().equals("attachment");
    }
}
